import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { newId, TestBooth } from "./booth.ts";
import { askXendit, payAtXendit, putFaults } from "./xendit.ts";

/** Of a code, unless the booth asks for another. */
const LIFETIME_MS = 180_000;

async function newPayment() {
  const booth = await TestBooth.register();
  const payment = booth.payment();
  const path = `/api/payments/${payment.id}`;
  const open = () => booth.post("/api/payments", payment);
  return { booth, payment, path, open };
}

async function setExpiry(id: string, expiresAt: number): Promise<void> {
  await env.DB.prepare("update payments set expires_at = ? where id = ?")
    .bind(new Date(expiresAt).toISOString(), id)
    .run();
}

test.each([{ fault: "slow", ms: 50 }, { fault: "known_reference" }])(
  "all who ask for one payment at the same time get one code, where Xendit's fault is %j",
  async (fault) => {
    const { open } = await newPayment();
    await putFaults(fault);
    const answers = await Promise.all([open(), open(), open(), open()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.qr_string)).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body.xendit_payment_id)).size).toBe(1);
    expect(answers[0]?.body.qr_string).toMatch(/^000201/);
  },
);

test("an answer that was lost is asked for again, and brings the one code", async () => {
  const { open, path, booth } = await newPayment();
  await putFaults({ fault: "lost_answer", call: "create", times: 1 });
  expect((await open()).status).toBe(502);
  expect((await booth.get(path)).body).toMatchObject({ status: "pending", qr_string: null });
  const { status, body } = await open();
  expect(status).toBe(200);
  expect((await askXendit("GET", body.xendit_payment_id)).reference_id).toBe(body.id);
});

test("where Xendit gives a lost answer no second time, the booth waits for it, and then starts a new payment", async () => {
  const { open, payment } = await newPayment();
  await putFaults({ fault: "lost_answer", call: "create", times: 1 }, { fault: "known_reference" });
  expect((await open()).status).toBe(502);
  const early = await open();
  expect(early.status).toBe(503);
  expect(early.headers.get("retry-after")).toBe("2");
  await setExpiry(payment.id, Date.now() + LIFETIME_MS - 12_500);
  expect((await open()).body).toMatchObject({ status: "failed", qr_string: null });
});

test.each([
  { fault: "server_error", status: 502, retryAfter: null },
  { fault: "too_many", reset_s: 7, status: 503, retryAfter: "7" },
])("%j is told to the booth, and asking again heals", async ({ status, retryAfter, ...fault }) => {
  const { open, booth, path } = await newPayment();
  await putFaults({ ...fault, times: 1 });
  const refusal = await open();
  expect(refusal.status).toBe(status);
  expect(refusal.headers.get("content-type")).toBe("application/problem+json");
  expect(refusal.headers.get("retry-after")).toBe(retryAfter);
  expect((await booth.get(path)).body.status).toBe("pending");
  expect((await open()).body.qr_string).toMatch(/^000201/);
});

test.each(["verify", "cancel"])("a %s that Xendit has no time for changes nothing", async (what) => {
  const { open, booth, path } = await newPayment();
  const { body } = await open();
  await putFaults({ fault: "too_many", reset_s: 1, times: 1 });
  const ask = () => (what === "verify" ? booth.get(`${path}?verify=1`) : booth.post(`${path}/cancel`));
  expect((await ask()).status).toBe(503);
  expect((await booth.get(path)).body).toEqual(body);
  expect((await ask()).body.status).toBe(what === "verify" ? "pending" : "failed");
});

test("a cancellation whose answer was lost is found out by cancelling again", async () => {
  const { open, booth, path } = await newPayment();
  await open();
  await putFaults({ fault: "lost_answer", call: "cancel", times: 1 });
  expect((await booth.post(`${path}/cancel`)).status).toBe(502);
  expect((await booth.get(path)).body.status).toBe("pending");
  expect((await booth.post(`${path}/cancel`)).body.status).toBe("failed");
});

test("a code whose payment is cancelled while Xendit makes it can be paid by nobody", async () => {
  const { open, booth, path, payment } = await newPayment();
  await putFaults({ fault: "slow", call: "create", ms: 1500 });
  const opening = open();
  await expect.poll(async () => (await booth.get(path)).status, { timeout: 5000 }).toBe(200);
  expect((await booth.post(`${path}/cancel`)).body.status).toBe("failed");
  const { body } = await opening;
  expect(body).toMatchObject({ id: payment.id, status: "failed" });
  expect((await askXendit("GET", body.xendit_payment_id)).status).toBe("CANCELED");
});

test("the expiry is Xendit's own, and a code that comes after an outage lasts as long as any", async () => {
  const { open, payment } = await newPayment();
  await putFaults({ fault: "server_error", times: 1 });
  await open();
  await setExpiry(payment.id, Date.now() - 1);
  const { body } = await open();
  expect(Date.parse(body.expires_at)).toBeGreaterThan(Date.now() + LIFETIME_MS - 10_000);
  const { channel_properties } = await askXendit("GET", body.xendit_payment_id);
  expect(channel_properties.expires_at).toBe(body.expires_at);
});

test("a report that names another payment is no answer about this one", async () => {
  const { open, booth, path, payment } = await newPayment();
  await open();
  const other = await newPayment();
  const { body } = await other.open();
  await payAtXendit(body);
  await env.DB.prepare("update payments set xendit_payment_id = ? where id = ?")
    .bind(body.xendit_payment_id, payment.id)
    .run();
  expect((await booth.get(`${path}?verify=1`)).status).toBe(502);
  expect((await booth.get(path)).body.status).toBe("pending");
});

test("an unknown payment is not asked about", async () => {
  const { booth } = await newPayment();
  expect((await booth.get(`/api/payments/${newId()}?verify=1`)).status).toBe(404);
});
