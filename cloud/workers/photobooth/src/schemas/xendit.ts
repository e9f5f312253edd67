import { z } from "@hono/zod-openapi";

/** How a payment stands, in an answer of Xendit's as in its webhooks. Amounts in rupiah. */
export const PaymentReport = z.object({
  payment_request_id: z.string(),
  reference_id: z.string(),
  status: z.string(),
  currency: z.string().optional(),
  request_amount: z.number().optional(),
  updated: z.iso.datetime({ offset: true }).optional().catch(undefined),
});

export const PaymentRequest = PaymentReport.extend({
  actions: z
    .array(z.object({ type: z.string(), descriptor: z.string().optional(), value: z.string().optional() }))
    .default([]),
});

/** Xendit sends other events, such as those of refunds, to the same address. */
export const Webhook = z.object({ event: z.string(), data: z.looseObject({}) }).openapi("XenditWebhook");

export type PaymentReport = z.infer<typeof PaymentReport>;
export type PaymentRequest = z.infer<typeof PaymentRequest>;
