import { expect, test } from "vitest";
import { newId, TestBooth } from "./booth.ts";
import { hear, payAtXendit } from "./xendit.ts";

async function openPayment() {
  const booth = await TestBooth.register();
  const { body } = await booth.post("/api/payments", booth.payment());
  return { booth, payment: body, path: `/api/payments/${body.id}` };
}

test("verifying finds a payment whose webhook was lost", async () => {
  const { booth, payment, path } = await openPayment();
  await payAtXendit(payment);
  expect((await booth.get(path)).body.status).toBe("pending");
  expect((await booth.get(`${path}?verify=1`)).body.status).toBe("completed");
});

test("verifying an open payment changes nothing", async () => {
  const { booth, payment, path } = await openPayment();
  expect((await booth.get(`${path}?verify=1`)).body).toEqual(payment);
});

test("a cancelled payment failed, and stays so when cancelled again", async () => {
  const { booth, path } = await openPayment();
  expect((await booth.post(`${path}/cancel`)).body.status).toBe("failed");
  const again = await booth.post(`${path}/cancel`);
  expect(again.status).toBe(200);
  expect(again.body.status).toBe("failed");
});

test("cancelling a paid payment is a conflict that tells of the payment", async () => {
  const { booth, payment, path } = await openPayment();
  await hear(payment);
  const { status, headers, body } = await booth.post(`${path}/cancel`);
  expect(status).toBe(409);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body.payment).toMatchObject({ id: payment.id, status: "completed" });
});

test("cancelling finds out that the guest paid meanwhile, though the webhook has not come", async () => {
  const { booth, payment, path } = await openPayment();
  await payAtXendit(payment);
  const { status, body } = await booth.post(`${path}/cancel`);
  expect(status).toBe(409);
  expect(body.payment.status).toBe("completed");
});

test("an unknown payment is not found", async () => {
  const booth = await TestBooth.register();
  const { status, headers } = await booth.get(`/api/payments/${newId()}`);
  expect(status).toBe(404);
  expect(headers.get("content-type")).toBe("application/problem+json");
});
