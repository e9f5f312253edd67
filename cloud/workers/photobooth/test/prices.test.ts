import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { type Json, newId, TestBooth } from "./booth.ts";

async function listed(booth: TestBooth): Promise<Json[]> {
  const { status, body } = await booth.get("/api/prices");
  expect(status).toBe(200);
  return body.prices;
}

test("recorded prices are listed, withdrawn ones too, the newest first", async () => {
  const booth = await TestBooth.register();
  const older = booth.price({ withdrawn: true, valid_to: "2026-12-31T17:00:00.000Z" });
  const newer = booth.price({ event: "Pasar Malam", price: 0, created_at: "2026-07-31T10:00:00.000Z" });
  expect(await booth.post("/api/prices", older)).toMatchObject({ status: 200, body: older });
  await booth.post("/api/prices", newer);
  expect(await listed(booth)).toEqual([newer, older]);
});

test("a newer version replaces, an older one changes nothing, in any order and by sync too", async () => {
  const booth = await TestBooth.register();
  const price = booth.price({ version: 2 });
  const withdrawn = { ...price, withdrawn: true, valid_to: "2027-01-01T00:00:00.000Z", version: 3 };
  await booth.post("/api/prices", withdrawn);
  await booth.post("/api/prices", price);
  const late = { id: newId(), kind: "price", body: { ...price, price: 1 } };
  expect((await booth.post("/api/sync", { events: [late] })).body.results).toMatchObject([
    { outcome: "applied" },
  ]);
  expect(await listed(booth)).toEqual([withdrawn]);
});

test.each([
  ["price", -1],
  ["price", 20_000_001],
  ["price", 0.5],
  ["extra_copy", 20_000_001],
  ["package", "Strip"],
  ["package", "x".repeat(41)],
  ["event", " "],
  ["event", "a\u0000"],
  ["event", "x".repeat(201)],
  ["event", null],
  ["withdrawn", 0],
  ["valid_to", "2026-07-30T10:00:00.000Z"],
])("a price with the %s %j is refused, also in a sync, and nothing is kept", async (field, value) => {
  const booth = await TestBooth.register();
  const price = booth.price({ [field]: value });
  const { status, body } = await booth.post("/api/prices", price);
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ field }]);
  const synced = await booth.post("/api/sync", { events: [{ id: newId(), kind: "price", body: price }] });
  expect(synced.body.results).toMatchObject([
    { outcome: "rejected", reason: expect.stringContaining(`${field}: `) },
  ]);
  expect(await listed(booth)).toEqual([]);
});

test("of more than a thousand prices the newest thousand are listed", async () => {
  const booth = await TestBooth.register();
  await env.DB.prepare(
    `insert into prices (id, customer_id, package, price, created_at)
     with recursive n(i) as (select 0 union all select i + 1 from n where i < 1000)
     select printf('0198f3c2-5b7e-7c31-9d2a-%012d', i + ?2), ?1, 'strip', i,
       strftime('%Y-%m-%dT%H:%M:%fZ', 1785400000 + i, 'unixepoch') from n`,
  )
    .bind(booth.customerId, Math.floor(Math.random() * 1e11))
    .run();
  const amounts = (await listed(booth)).map(({ price }) => price);
  expect(amounts).toHaveLength(1000);
  expect([amounts[0], amounts.at(-1)]).toEqual([1000, 1]);
});
