import { env } from "cloudflare:workers";
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

/** What Xendit's test mode offers: the payment succeeds there, and its webhook is lost on the way. */
export async function payAtXendit(payment: QrisPayment): Promise<void> {
  await fetch(`${env.XENDIT_API_URL}/v3/payment_requests/${payment.xendit_payment_id}/simulate`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${env.XENDIT_SECRET_KEY}:`)}` },
    body: JSON.stringify({ amount: payment.amount }),
  });
}
