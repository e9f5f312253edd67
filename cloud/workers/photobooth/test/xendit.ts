import { env } from "cloudflare:workers";
import { expect, onTestFinished } from "vitest";
import { type Answer, send } from "./booth.ts";

interface QrisPayment {
  id: string;
  amount: number;
  xendit_payment_id: string;
}

/** A webhook as Xendit sends it, true to the payment but for the fields given. */
export async function hear(
  payment: QrisPayment,
  {
    event = "payment.capture",
    token = env.XENDIT_CALLBACK_TOKEN,
    webhookId = "",
    ...data
  }: Record<string, unknown> = {},
): Promise<Answer> {
  const report = {
    payment_id: payment.xendit_payment_id.replace("pr-", "py-"),
    payment_request_id: payment.xendit_payment_id,
    reference_id: payment.id,
    request_amount: payment.amount,
    currency: "IDR",
    status: "SUCCEEDED",
    updated: "2026-07-30T10:01:00.000Z",
    ...data,
  };
  return await send(
    "POST",
    "/api/webhooks/xendit",
    { event, business_id: "b", data: report },
    {
      "x-callback-token": String(token),
      ...(webhookId ? { "webhook-id": String(webhookId) } : {}),
    },
  );
}

/** A webhook about a refund, true to the payment but for the fields given. */
export async function hearRefund(
  payment: QrisPayment & { xendit_refund_id: string | null },
  {
    event = "refund.succeeded",
    token = env.XENDIT_CALLBACK_TOKEN,
    webhookId = "",
    ...data
  }: Record<string, unknown> = {},
): Promise<Answer> {
  const report = {
    id: payment.xendit_refund_id ?? "rfd-1",
    payment_id: payment.xendit_payment_id.replace("pr-", "py-"),
    payment_request_id: payment.xendit_payment_id,
    reference_id: payment.id,
    amount: payment.amount,
    currency: "IDR",
    status: event === "refund.failed" ? "FAILED" : "SUCCEEDED",
    reason: "REQUESTED_BY_CUSTOMER",
    updated: "2026-07-30T11:00:00.000Z",
    ...data,
  };
  return await send(
    "POST",
    "/api/webhooks/xendit",
    { event, business_id: "b", data: report },
    { "x-callback-token": String(token), ...(webhookId ? { "webhook-id": String(webhookId) } : {}) },
  );
}

export async function askXendit(method: string, path: string, body?: object) {
  const response = await fetch(`${env.XENDIT_API_URL}/v3/payment_requests/${path}`, {
    method,
    headers: { authorization: `Basic ${btoa(`${env.XENDIT_SECRET_KEY}:`)}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes
  return (await response.json()) as any;
}

export async function refundsAtXendit({ xendit_payment_id }: QrisPayment) {
  return (await askRefunds("GET", `?payment_request_id=${xendit_payment_id}`)).data;
}

/** As the operator does in Xendit's dashboard, under a reference that is not ours; the money goes at once. */
export async function refundByHand({ xendit_payment_id, amount }: QrisPayment): Promise<void> {
  const body = { payment_request_id: xendit_payment_id, reference_id: "by hand", amount, currency: "IDR" };
  await askRefunds("POST", "", { ...body, reason: "OTHERS" });
  await settleRefundsAtXendit();
}

/** What was begun succeeds there, or fails where it has to; webhooks are lost on their way. */
export async function settleRefundsAtXendit(): Promise<void> {
  await fetch(`${env.XENDIT_API_URL}/settle-refunds`);
}

async function askRefunds(method: string, query: string, body?: object) {
  const response = await fetch(`${env.XENDIT_API_URL}/refunds${query}`, {
    method,
    headers: { authorization: `Basic ${btoa(`${env.XENDIT_SECRET_KEY}:`)}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes
  return (await response.json()) as any;
}

/** What Xendit's test mode offers: the payment succeeds there, and its webhook is lost on the way. */
export async function payAtXendit({ xendit_payment_id, amount }: QrisPayment): Promise<void> {
  await askXendit("POST", `${xendit_payment_id}/simulate`, { amount });
}

/** The stand-in's faults, in place of those that it had. They are ended after every test that sets some. */
export async function putFaults(...faults: { fault: string; [field: string]: unknown }[]): Promise<void> {
  onTestFinished(async () => {
    await fetch(`${env.XENDIT_API_URL}/faults`, { method: "DELETE" });
  });
  const answer = await fetch(`${env.XENDIT_API_URL}/faults`, {
    method: "PUT",
    body: JSON.stringify({ faults }),
  });
  expect(answer.status).toBe(200);
}
