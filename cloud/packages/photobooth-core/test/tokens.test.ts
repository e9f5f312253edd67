import { createDb, customers } from "@repo/db-schema";
import { createMockD1 } from "@repo/db-schema/mock";
import { expect, test } from "vitest";
import { BoothRepository } from "../src/booths.ts";
import { boothIdIn, hashToken, newToken } from "../src/tokens.ts";

const ID = "0198f3c2-5b7e-7c31-9d2a-6f0e8a4b1c77";
const TIME = "2026-08-01T00:00:00.000Z";

async function registeredBooth() {
  const db = createDb(createMockD1());
  await db.insert(customers).values({
    ...{ id: "c", name: "Ani", email: "ani@example.id", license_key: "k", license_type: "pro" as const },
    purchase_date: TIME,
  });
  const booths = new BoothRepository(db);
  const token = newToken(ID);
  const token_hash = await hashToken(token);
  await booths.register({ id: ID, customer_id: "c", name: "Front", token_hash, created_at: TIME });
  return { booths, token };
}

test("a token names its booth and carries 256 random bits", () => {
  const [first, second] = [newToken(ID), newToken(ID)];
  expect(boothIdIn(first)).toBe(ID);
  expect(first).toHaveLength(ID.length + 1 + 43);
  expect(first).not.toBe(second);
});

test.each(["", ID, `${ID}_`, `${ID}_short`, `${ID} ${"A".repeat(43)}`, `${ID}_${"A".repeat(44)}`])(
  "%j is no token",
  (text) => {
    expect(boothIdIn(text)).toBeUndefined();
  },
);

test("a booth is known by its own token alone", async () => {
  const { booths, token } = await registeredBooth();
  expect(await booths.authenticate(token)).toEqual({
    id: ID,
    customer_id: "c",
    license_type: "pro",
    license_key: "k",
  });
  const other = ID.replace("0198", "0199");
  for (const wrong of [newToken(ID), newToken(other), token.replace(ID, other)])
    expect(await booths.authenticate(wrong)).toBeUndefined();
});
