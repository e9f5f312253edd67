import { type AppDatabase, createDb } from "@repo/db-schema";
import { createMockD1 } from "@repo/db-schema/mock";
import { expect, test } from "vitest";
import {
  CustomerRepository,
  type NewPayment,
  PaymentRepository,
  VoucherRepository,
  vouchersUsedTwice,
} from "../src/index.ts";
import { payment } from "./payment-rows.ts";

const [FROM, TO] = ["2026-08-01T00:00:00.000Z", "2026-08-02T00:00:00.000Z"];
const JUST_BEFORE = "2026-07-31T23:59:59.999Z";

async function twoCustomers(): Promise<AppDatabase> {
  const db = createDb(createMockD1());
  for (const id of ["c1", "c2"]) {
    const [email, license_key] = [`${id}@example.com`, id];
    const terms = { license_type: "pro" as const, retention_days: 30, purchase_date: FROM };
    await new CustomerRepository(db).create(
      { id, name: id, phone: null, email, license_key, ...terms },
      FROM,
    );
  }
  return db;
}

async function use(db: AppDatabase, id: string, voucher: string | null, fields: Partial<NewPayment> = {}) {
  const method = voucher === null ? "cash" : "voucher";
  await new PaymentRepository(db).record({ ...payment, id, voucher, method, created_at: FROM, ...fields });
}

async function idsAfter(db: AppDatabase, after?: string, limit = 500) {
  const found = await new VoucherRepository(db).usedAfter("c1", after, limit);
  return found.map(({ payment_id }) => payment_id);
}

test("a use that is told weeks late comes after those that were told before", async () => {
  const db = await twoCustomers();
  await use(db, "z", "v1");
  await use(db, "y", "v2");
  expect(await idsAfter(db)).toEqual(["z", "y"]);
  await use(db, "a", "v3", { created_at: "2026-01-01T00:00:00.000Z" });
  expect(await idsAfter(db, "y")).toEqual(["a"]);
  expect(await idsAfter(db, "a")).toEqual([]);
});

test("whatever a page holds and whatever comes between, each use is told once", async () => {
  const db = await twoCustomers();
  const told: string[] = [];
  let after: string | undefined;
  for (let turn = 0; turn < 30; turn++) {
    if (turn < 20) {
      const name = String((turn * 7) % 20).padStart(2, "0");
      await use(db, `p${name}`, `v${turn}`, { created_at: `2026-08-${String(31 - turn)}T00:00:00.000Z` });
      await use(db, `theirs${name}`, `v${turn}`, { customer_id: "c2" });
      await use(db, `cash${name}`, null);
    }
    const page = turn % 3 === 0 ? await idsAfter(db, after, 2 + (turn % 4)) : [];
    told.push(...page);
    after = page.at(-1) ?? after;
  }
  expect(told).toHaveLength(20);
  expect(new Set(told)).toEqual(
    new Set(Array.from({ length: 20 }, (_, n) => `p${String(n).padStart(2, "0")}`)),
  );
});

test("where the last known payment is gone, everything is told again", async () => {
  const db = await twoCustomers();
  await use(db, "p1", "v1");
  await use(db, "theirs", "v1", { customer_id: "c2" });
  expect(await idsAfter(db, "lost in a restore")).toEqual(["p1"]);
  expect(await idsAfter(db, "theirs")).toEqual(["p1"]);
});

test("a voucher that is used again is told again, with how often", async () => {
  const db = await twoCustomers();
  await use(db, "p1", "v1", { session_id: "s1" });
  await use(db, "theirs", "v1", { customer_id: "c2" });
  const [first] = await new VoucherRepository(db).usedAfter("c1", undefined, 1);
  expect(first).toEqual({ voucher: "v1", payment_id: "p1", session_id: "s1", used_at: FROM, uses: 1 });
  await use(db, "p2", "v1");
  expect(await new VoucherRepository(db).usedAfter("c1", "p1", 9)).toMatchObject([
    { payment_id: "p2", uses: 2 },
  ]);
});

test("used twice are those of the time asked for, with all their payments", async () => {
  const db = await twoCustomers();
  await use(db, "before", "v1", { created_at: JUST_BEFORE });
  await use(db, "within", "v1");
  await use(db, "once", "v2");
  await use(db, "old", "v3", { created_at: JUST_BEFORE });
  await use(db, "new", "v3", { created_at: TO });
  await use(db, "theirs", "v2", { customer_id: "c2" });
  await use(db, "cash", null);
  expect(await vouchersUsedTwice(db, "c1", FROM, TO)).toEqual([
    { voucher: "v1", payment_ids: ["before", "within"] },
  ]);
});

test("a page is found through the index of arrivals, however many payments there are", async () => {
  const d1 = createMockD1();
  const explaining = { prepare: (query: string) => d1.prepare(`explain query plan ${query}`) };
  const plan = await new VoucherRepository(createDb(explaining as typeof d1)).usedAfter("c1", "p1", 500);
  expect(plan).toContainEqual(
    expect.objectContaining({
      detail: expect.stringMatching(
        /p USING INDEX payments_customer_id_arrival \(customer_id=\? AND rowid>\?\)/,
      ),
    }),
  );
  expect(JSON.stringify(plan)).not.toContain("SCAN");
});
