import { createDb } from "@repo/db-schema";
import { createMockD1 } from "@repo/db-schema/mock";
import { expect, test } from "vitest";
import { newLicenseKeys, readPrivateKey } from "../src/license-keys.ts";
import { readRevocation, signRevocation } from "../src/license-revocation.ts";
import { RevokedLicenseRepository } from "../src/license-revocations.ts";
import { signText } from "../src/license-signature.ts";

const keys = await newLicenseKeys();
const privateKey = await readPrivateKey(keys.private_key);
const revocation = { id: "l1", reason: "not paid", revoked: "2026-08-01" };
const signed = await signRevocation(revocation, privateKey);

test("a revocation says which licence, why and since when", async () => {
  expect(signed).toMatch(/^PBR1\.[\w-]+\.[\w-]+$/);
  expect(await readRevocation(signed, keys.public_key)).toEqual({ valid: true, revocation });
});

test("a revocation that another key signed is forged", async () => {
  const { public_key } = await newLicenseKeys();
  expect(await readRevocation(signed, public_key)).toEqual({ valid: false, reason: "forged" });
});

test("a licence's signature is good for no revocation", async () => {
  const asLicense = await signText("PB1", revocation, privateKey);
  const renamed = asLicense.replace("PB1", "PBR1");
  expect(await readRevocation(renamed, keys.public_key)).toEqual({ valid: false, reason: "forged" });
});

test.each([{ id: "" }, { reason: "" }, { reason: "x".repeat(201) }, { reason: "a\nb" }, { revoked: "soon" }])(
  "a signed revocation with %j is malformed",
  async (field) => {
    const text = await signText("PBR1", { ...revocation, ...field }, privateKey);
    expect(await readRevocation(text, keys.public_key)).toEqual({ valid: false, reason: "malformed" });
  },
);

test("of two revocations of a licence the first is kept", async () => {
  const repository = new RevokedLicenseRepository(createDb(createMockD1()));
  const first = { license_id: "l1", revocation: signed, revoked_at: "2026-08-01T00:00:00.000Z" };
  expect(await repository.keep(first)).toEqual({ isNew: true, kept: first });
  expect(await repository.keep({ ...first, revocation: "another" })).toEqual({ isNew: false, kept: first });
  expect(await repository.find("l2")).toBeUndefined();
});
