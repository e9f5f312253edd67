import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { NOW, newId, newVoucherId, TestBooth } from "./booth.ts";

/** Of a code, unless the booth asks for another. */
const LIFETIME_MS = 180_000;

test("a QRIS payment comes with a code, an expiry, and a fee from the licence's rate", async () => {
  const booth = await TestBooth.register({ type: "starter" });
  const { status, body } = await booth.post(
    "/api/payments",
    booth.payment({ amount: 35_010, expires_in_s: 120 }),
  );
  expect(status).toBe(201);
  expect(body).toMatchObject({ status: "pending", paid_at: null, platform_fee: 1751, method: "qris" });
  expect(body.qr_string).toMatch(/^000201/);
  expect(Date.parse(body.expires_at) - Date.now()).toBeGreaterThan(100_000);
  expect(body).toMatchObject({ paid_late: false, voucher: null });
});

test.each(["cash", "voucher"])("a %s payment is complete at once", async (method) => {
  const booth = await TestBooth.register();
  const { status, body } = await booth.post("/api/payments", booth.payment({ method }));
  expect(status).toBe(201);
  expect(body).toMatchObject({ status: "completed", paid_at: NOW, qr_string: null, xendit_payment_id: null });
});

test("a voucher is kept", async () => {
  const booth = await TestBooth.register();
  const payment = booth.payment({ method: "voucher" });
  expect((await booth.post("/api/payments", payment)).body.voucher).toBe(payment.voucher);
  expect((await booth.post("/api/payments", payment)).status).toBe(200);
});

test.each([
  ["cash", newVoucherId()],
  ["qris", newVoucherId()],
  ["voucher", null],
  ["voucher", ""],
  ["voucher", "SENJA-2026"],
  ["voucher", "0ABCDEFGHJKMN"],
  ["voucher", "0abcdefghjkm"],
  ["voucher", "0ABCDEFGHJKU"],
])("a %s payment with the voucher %j is refused, also in a sync", async (method, voucher) => {
  const booth = await TestBooth.register();
  const payment = booth.payment({ method, voucher });
  const { status, body } = await booth.post("/api/payments", payment);
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ field: "voucher" }]);
  const synced = await booth.post("/api/sync", { events: [{ id: newId(), kind: "payment", body: payment }] });
  expect(synced.body.results).toMatchObject([{ outcome: "rejected" }]);
});

test("a payment of the same id with another voucher is a conflict, also in a sync", async () => {
  const booth = await TestBooth.register();
  const payment = booth.payment({ method: "voucher" });
  const sync = async (voucher: unknown) => {
    const event = { id: newId(), kind: "payment", body: { ...payment, voucher } };
    return (await booth.post("/api/sync", { events: [event] })).body.results[0];
  };
  expect((await sync(payment.voucher)).outcome).toBe("applied");
  expect((await booth.get(`/api/payments/${payment.id}`)).body.voucher).toBe(payment.voucher);
  expect(await sync(newVoucherId())).toMatchObject({
    outcome: "rejected",
    reason: expect.stringContaining("voucher"),
  });
  expect((await booth.post("/api/payments", { ...payment, voucher: newVoucherId() })).status).toBe(409);
});

test("a fee that the booth names is not taken", async () => {
  const booth = await TestBooth.register({ type: "pro" });
  const { body } = await booth.post("/api/payments", booth.payment({ method: "cash", platform_fee: 0 }));
  expect(body.platform_fee).toBe(1050);
});

test("the same payment again has the same code", async () => {
  const booth = await TestBooth.register();
  const payment = booth.payment();
  const first = await booth.post("/api/payments", payment);
  const second = await booth.post("/api/payments", payment);
  expect(second.status).toBe(200);
  expect(second.body).toEqual(first.body);
});

test.each([{ amount: 1 }, { method: "cash" }])("the same id with %j is a conflict", async (difference) => {
  const booth = await TestBooth.register();
  const payment = booth.payment();
  await booth.post("/api/payments", payment);
  expect((await booth.post("/api/payments", { ...payment, ...difference })).status).toBe(409);
});

test("a crash after Xendit answered costs nothing: asking again brings the same code", async () => {
  const booth = await TestBooth.register();
  const payment = booth.payment();
  const first = await booth.post("/api/payments", payment);
  await forgetCode(payment.id);
  const again = await booth.post("/api/payments", payment);
  expect(again.body.xendit_payment_id).toBe(first.body.xendit_payment_id);
  expect(again.body.qr_string).toBe(first.body.qr_string);
});

test("a payment whose reference is used up at Xendit fails, so that the booth starts a new one", async () => {
  const booth = await TestBooth.register();
  const payment = booth.payment();
  const { body } = await booth.post("/api/payments", payment);
  await booth.post(`/api/payments/${body.id}/cancel`);
  await env.DB.prepare("update payments set status = 'pending' where id = ?").bind(payment.id).run();
  await forgetCode(payment.id);
  await setExpiry(payment.id, new Date(Date.now() + LIFETIME_MS - 13_000));
  const again = await booth.post("/api/payments", payment);
  expect(again.body).toMatchObject({ status: "failed", qr_string: null });
});

test.each([0, 10_000_001])("QRIS does not take %d rupiah", async (amount) => {
  const booth = await TestBooth.register();
  const { status, body } = await booth.post("/api/payments", booth.payment({ amount }));
  expect(status).toBe(422);
  expect(body.errors[0].field).toBe("amount");
});

test.each([
  { amount: 1.5 },
  { amount: -1 },
  { method: "card" },
  { created_at: "2026-07-30 10:00:00" },
  { id: "x" },
])("%j is refused", async (field) => {
  const booth = await TestBooth.register();
  const { status, body } = await booth.post("/api/payments", booth.payment(field));
  expect(status).toBe(422);
  expect(body.errors).toHaveLength(1);
  expect(body.errors[0].field).toBe(Object.keys(field)[0]);
});

async function setExpiry(id: string, expiresAt: Date): Promise<void> {
  await env.DB.prepare("update payments set expires_at = ? where id = ?")
    .bind(expiresAt.toISOString(), id)
    .run();
}

async function forgetCode(id: string): Promise<void> {
  await env.DB.prepare("update payments set qr_string = null, xendit_payment_id = null where id = ?")
    .bind(id)
    .run();
}
