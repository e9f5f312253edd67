import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { type Json, newCode, newId, TestBooth } from "./booth.ts";
import { A_DAY, openPayment, paidPayment } from "./good-calls.ts";
import { hear, hearRefund } from "./xendit.ts";

interface Row {
  id: string;
  method: "qris" | "cash" | "voucher";
  status: string;
  amount: number;
  platform_fee: number;
  paid_at: string | null;
  paid_late: number;
  booth_id: string;
  refund_status: string | null;
}

const EVENING = "2026-07-30T23:59:59.999Z";
const MIDNIGHT = "2026-07-31T00:00:00.000Z";

let front: TestBooth;
let back: TestBooth;

async function report(booth: TestBooth, fields: Record<string, string> = {}) {
  return await booth.get(`/api/report?${new URLSearchParams({ ...A_DAY, ...fields })}`);
}

async function sync(booth: TestBooth, kind: string, body: Json): Promise<void> {
  const { body: answer } = await booth.post("/api/sync", { events: [{ id: newId(), kind, body }] });
  expect(answer.results).toMatchObject([{ outcome: "applied" }]);
}

async function sell(booth: TestBooth): Promise<void> {
  const session_id = newId();
  await sync(booth, "payment", booth.payment({ method: "cash", amount: 20_000, session_id }));
  await sync(booth, "payment", booth.payment({ method: "cash", amount: 15_010, session_id }));
  await sync(booth, "photo", booth.photo({ session_id, print_status: "completed" }));
  await sync(booth, "payment", booth.payment({ method: "cash", amount: 1, created_at: EVENING }));
  await sync(booth, "payment", booth.payment({ method: "cash", amount: 7, created_at: MIDNIGHT }));
  await sync(booth, "photo", booth.photo({ print_status: "failed" }));
  await paidPayment(booth, { amount: 50_000, session_id: newId() });
  await openPayment(booth);
}

async function giveBack(booth: TestBooth, outcome: "refund.succeeded" | "refund.failed"): Promise<void> {
  const { id } = await paidPayment(booth, { amount: 40_000 });
  const { body } = await booth.post(`/api/payments/${id}/refund`);
  await hearRefund(body, { event: outcome });
}

async function payLate(booth: TestBooth): Promise<void> {
  const payment = await openPayment(booth, { amount: 30_000 });
  await booth.post(`/api/payments/${payment.id}/cancel`);
  await hear(payment);
}

/** What the rows say, added up here and not by the database. */
async function addUp(counts: (row: Row) => boolean) {
  const { results } = await env.DB.prepare("select * from payments where customer_id = ?")
    .bind(front.customerId)
    .all<Row & Record<string, unknown>>();
  const paid = results.filter(
    (row) =>
      row.status === "completed" && (row.paid_at ?? "") >= A_DAY.from && (row.paid_at ?? "") < A_DAY.to,
  );
  const mine = paid.filter(counts);
  const sum = (rows: Row[], field: "amount" | "platform_fee") =>
    rows.reduce((total, row) => total + row[field], 0);
  const methods = (["qris", "cash", "voucher"] as const).map((method) => {
    const rows = mine.filter((row) => row.method === method);
    const refunded = rows.filter(({ refund_status }) => refund_status === "succeeded");
    const takings = {
      count: rows.length,
      amount: sum(rows, "amount"),
      platform_fee: sum(rows, "platform_fee"),
      refunded_count: refunded.length,
      refunded_amount: sum(refunded, "amount"),
    };
    return [method, takings];
  });
  const late = mine.filter(({ paid_late }) => paid_late);
  return { methods: Object.fromEntries(methods), late: { count: late.length, amount: sum(late, "amount") } };
}

beforeAll(async () => {
  const [license, holder] = [{ id: newId() }, { email: `${newCode()}@example.com` }];
  front = await TestBooth.register(license, holder);
  back = await TestBooth.register(license, holder);
  for (const booth of [front, back, await TestBooth.register()]) {
    await sell(booth);
    await giveBack(booth, "refund.succeeded");
    await giveBack(booth, "refund.failed");
    await payLate(booth);
  }
  const voucher = "0ABCDEFGHJKM";
  for (const booth of [front, back])
    await sync(booth, "payment", booth.payment({ method: "voucher", voucher, amount: 10_000 }));
});

test("a booth's report is of its own payments of that time, to the rupiah", async () => {
  const { status, body } = await report(front);
  expect(status).toBe(200);
  expect(body).toMatchObject({ ...A_DAY, booth: front.id });
  expect(body).toMatchObject(await addUp(({ booth_id }) => booth_id === front.id));
  expect(body.methods).toMatchObject({
    qris: { count: 4, amount: 160_000, refunded_count: 1, refunded_amount: 40_000 },
    cash: { count: 3, amount: 35_011, refunded_count: 0, refunded_amount: 0 },
    voucher: { count: 1, amount: 10_000 },
  });
  expect(body.late).toEqual({ count: 1, amount: 30_000 });
});

test("the customer's report is the sum of its booths'", async () => {
  const { body } = await report(back, { booth: "all" });
  expect(body).toMatchObject(await addUp(() => true));
  const parts = [(await report(front)).body, (await report(back, { booth: back.id })).body];
  for (const method of ["qris", "cash", "voucher"])
    for (const [field, value] of Object.entries(body.methods[method]))
      expect(parts.reduce((sum, part) => sum + part.methods[method][field], 0)).toBe(value);
});

test("photos are counted by how their prints stand; a booth's are those that were paid there", async () => {
  const none = { pending: 0, printing: 0, completed: 0, failed: 0 };
  expect((await report(front)).body.photos).toEqual({ ...none, completed: 1 });
  expect((await report(front, { booth: "all" })).body.photos).toEqual({ ...none, completed: 2, failed: 2 });
});

test("a voucher that was used at two booths is named to each", async () => {
  const { vouchers_used_twice } = (await report(front)).body;
  expect(vouchers_used_twice).toEqual([
    { voucher: "0ABCDEFGHJKM", payment_ids: [expect.any(String), expect.any(String)] },
  ]);
});

test("of a time in which nothing was sold there is nothing", async () => {
  const { body } = await report(front, { from: "2020-01-01T00:00:00.000Z", to: "2020-01-02T00:00:00.000Z" });
  const nothing = { count: 0, amount: 0, platform_fee: 0, refunded_count: 0, refunded_amount: 0 };
  expect(body).toMatchObject({
    methods: { qris: nothing, cash: nothing, voucher: nothing },
    late: { count: 0, amount: 0 },
    vouchers_used_twice: [],
  });
});

test("another customer's booth is not found", async () => {
  const other = await TestBooth.register();
  expect((await report(front, { booth: other.id })).status).toBe(404);
});

test.each([
  { from: A_DAY.to },
  { to: A_DAY.from },
  { to: "2027-07-31T00:00:00.001Z" },
  { from: "yesterday" },
  { booth: newCode() },
])("a report with %j is refused", async (fields) => {
  expect((await report(front, fields)).status).toBe(422);
});
