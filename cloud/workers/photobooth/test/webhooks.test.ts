import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import worker from "../src/index.ts";
import { send, TestBooth } from "./booth.ts";
import { hear, putFaults } from "./xendit.ts";

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

test("where no token is configured, none is Xendit's", async () => {
  const request = new Request("https://cloud.test/api/webhooks/xendit", { method: "POST" });
  const unset = { ...env, XENDIT_CALLBACK_TOKEN: undefined as unknown as string };
  expect((await worker.fetch(request, unset, createExecutionContext())).status).toBe(401);
});

test.each([
  { request_amount: 1 },
  { request_amount: undefined },
  { currency: "USD" },
  { currency: undefined },
  { payment_request_id: "pr-another" },
  { event: "payment_request.expiry", status: "EXPIRED", payment_request_id: "pr-another" },
  { event: "payment_request.expiry", status: "EXPIRED", request_amount: 1 },
])(
  "a webhook with %j is refused, changes nothing, and comes right when it is sent again",
  async (difference) => {
    const { payment, status } = await openPayment();
    const webhookId = crypto.randomUUID();
    expect((await hear(payment, { webhookId, ...difference })).status).toBe(422);
    expect(await status()).toEqual(payment);
    expect((await hear(payment, { webhookId })).body.outcome).toBe("applied");
  },
);

test("a webhook that does not fit is logged by its ids alone", async () => {
  const { payment } = await openPayment();
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  await hear(payment, { request_amount: 1, webhookId: "w-1", payer_name: "Sari" });
  const warnings = warn.mock.calls.map(([line]) => JSON.parse(line));
  warn.mockRestore();
  expect(warnings).toEqual([
    {
      level: "warn",
      warning: "mismatched_report",
      payment_id: payment.id,
      webhook_id: "w-1",
      fields: ["request_amount"],
    },
  ]);
});

test("an expiry that names no sum fails the payment", async () => {
  const { payment, status } = await openPayment();
  const untold = { request_amount: undefined, currency: undefined };
  await hear(payment, { event: "payment_request.expiry", status: "EXPIRED", ...untold });
  expect((await status()).status).toBe("failed");
});

test("a capture of a payment whose code was lost on its way names its request", async () => {
  const booth = await TestBooth.register();
  const payment = booth.payment();
  await putFaults({ fault: "lost_answer", call: "create", times: 1 });
  await booth.post("/api/payments", payment);
  await hear({ id: payment.id, amount: 35_000, xendit_payment_id: "pr-lost" });
  expect((await booth.get(`/api/payments/${payment.id}`)).body).toMatchObject({
    status: "completed",
    xendit_payment_id: "pr-lost",
  });
});

test("the same webhook five times at once moves the payment once", async () => {
  const { payment, status } = await openPayment();
  const webhookId = crypto.randomUUID();
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => hear(payment, { webhookId })));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  expect(await status()).toMatchObject({ status: "completed", version: payment.version + 1 });
});

test("a webhook is answered without asking Xendit", async () => {
  const { payment } = await openPayment();
  await putFaults({ fault: "slow", ms: 60_000 });
  expect((await hear(payment)).body.outcome).toBe("applied");
});

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

test("money that comes after the expiry is flagged, though no expiry was heard", async () => {
  const { payment, status } = await openPayment();
  const updated = new Date(Date.parse(payment.expires_at) + 1).toISOString();
  await hear(payment, { updated });
  expect(await status()).toMatchObject({ status: "completed", paid_at: updated, paid_late: true });
});

test("money that Xendit had before the expiry is not late, however late we hear of it", async () => {
  const { payment, status } = await openPayment();
  await hear(payment, { updated: payment.expires_at });
  expect(await status()).toMatchObject({ status: "completed", paid_late: false });
});

const sendAsXendit = async (body: Record<string, unknown> | string) =>
  await send("POST", "/api/webhooks/xendit", body, { "x-callback-token": env.XENDIT_CALLBACK_TOKEN });

test.each([{}, { data: null }, { data: "text" }, { data: { payment_request_id: 1 } }])(
  "news of another kind with %j is heard and ignored",
  async (body) => {
    const { status, body: answer } = await sendAsXendit({ event: "payment_token.activation", ...body });
    expect([status, answer.outcome]).toEqual([200, "ignored"]);
  },
);

test.each([
  { event: 1, data: {} },
  { event: "payment.capture" },
  { event: "payment.capture", data: null },
  { event: "payment.capture", data: { payment_request_id: "pr-1", reference_id: 1, status: "SUCCEEDED" } },
  {
    event: "payment.capture",
    data: { payment_request_id: "x".repeat(201), reference_id: "1", status: "PAID" },
  },
])("the malformed %j is refused", async (body) => {
  expect((await sendAsXendit(body)).status).toBe(422);
});

test("what is no JSON is refused", async () => {
  expect((await sendAsXendit("{")).status).toBe(400);
});

test.each([
  { event: "payment.capture", reference_id: "another-shop" },
  { event: "payment.capture", status: "PENDING" },
])("%j is heard and ignored", async (webhook) => {
  const { payment, status } = await openPayment();
  const { status: code, body } = await hear(payment, webhook);
  expect(code).toBe(200);
  expect(body.outcome).toBe("ignored");
  expect((await status()).status).toBe("pending");
});
