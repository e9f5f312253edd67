import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { TestBooth } from "./booth.ts";
import { hear } from "./xendit.ts";

async function openPayment() {
  const booth = await TestBooth.register();
  const { body } = await booth.post("/api/payments", booth.payment());
  const status = async () => (await booth.get(`/api/payments/${body.id}`)).body;
  return { booth, payment: body, status };
}

const isLate = (id: string) =>
  env.DB.prepare("select paid_late from payments where id = ?").bind(id).first("paid_late");

test("a capture completes the payment", async () => {
  const { payment, status } = await openPayment();
  const { body } = await hear(payment);
  expect(body.outcome).toBe("applied");
  expect(await status()).toMatchObject({ status: "completed", paid_at: "2026-07-30T10:01:00.000Z" });
  expect(await isLate(payment.id)).toBe(0);
});

test.each(["with", "without"])("a webhook %s an id of its own is acted on once", async (how) => {
  const { payment, status } = await openPayment();
  const webhookId = how === "with" ? crypto.randomUUID() : "";
  await hear(payment, { webhookId });
  const { version } = await status();
  expect((await hear(payment, { webhookId })).body.outcome).toBe("duplicate");
  expect((await status()).version).toBe(version);
});

test.each(["", "test-callback-toke", "another"])("the token %j is refused", async (token) => {
  const { payment, status } = await openPayment();
  expect((await hear(payment, { token })).status).toBe(401);
  expect((await status()).status).toBe("pending");
});

test.each([{ request_amount: 1 }, { request_amount: undefined }, { currency: "USD" }])(
  "a capture with %j is refused",
  async (difference) => {
    const { payment, status } = await openPayment();
    expect((await hear(payment, difference)).status).toBe(422);
    expect((await status()).status).toBe("pending");
  },
);

test("an expiry fails the payment", async () => {
  const { payment, status } = await openPayment();
  await hear(payment, { event: "payment_request.expiry", status: "EXPIRED" });
  expect((await status()).status).toBe("failed");
});

test("nothing moves a completed payment back", async () => {
  const { payment, status } = await openPayment();
  await hear(payment);
  await hear(payment, { event: "payment_request.expiry", status: "EXPIRED" });
  await hear(payment, { event: "payment.failure", status: "FAILED" });
  expect((await status()).status).toBe("completed");
});

test("money that comes after the cancellation is kept, and flagged", async () => {
  const { booth, payment, status } = await openPayment();
  await booth.post(`/api/payments/${payment.id}/cancel`);
  await hear(payment);
  expect((await status()).status).toBe("completed");
  expect(await isLate(payment.id)).toBe(1);
});

test.each([
  { event: "refund.succeeded" },
  { event: "payment.capture", reference_id: "another-shop" },
  { event: "payment.capture", status: "PENDING" },
])("%j is heard and ignored", async (webhook) => {
  const { payment, status } = await openPayment();
  const { status: code, body } = await hear(payment, webhook);
  expect(code).toBe(200);
  expect(body.outcome).toBe("ignored");
  expect((await status()).status).toBe("pending");
});
