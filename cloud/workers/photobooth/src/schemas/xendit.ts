import { z } from "@hono/zod-openapi";

const Name = z.string().max(200);

const Moment = z.iso.datetime({ offset: true }).transform((time) => new Date(time).toISOString());

/** How a payment stands, in an answer of Xendit's as in its webhooks. Amounts in rupiah. */
export const PaymentReport = z.object({
  payment_request_id: Name,
  reference_id: Name,
  status: Name,
  currency: Name.optional(),
  request_amount: z.number().optional(),
  updated: Moment.optional().catch(undefined),
});

export const PaymentRequest = PaymentReport.extend({
  channel_properties: z.object({ expires_at: Moment.optional() }).optional().catch(undefined),
  actions: z
    .array(z.object({ type: Name, descriptor: Name.optional(), value: z.string().max(4000).optional() }))
    .max(50)
    .default([]),
});

/** How a refund stands, in an answer of Xendit's as in its webhooks. Amounts in rupiah. */
export const RefundReport = z.object({
  id: Name,
  reference_id: Name.nullish(),
  payment_request_id: Name.nullish(),
  status: Name,
  currency: Name,
  amount: z.number(),
  updated: Moment.optional().catch(undefined),
});

export const RefundList = z.object({ data: z.array(RefundReport).max(100) });

/** Xendit sends other events to the same address; their data are not looked at. */
export const Webhook = z.object({ event: Name, data: z.unknown().optional() }).openapi("XenditWebhook");

/** Some of Xendit's deliveries bear an id, the same at every attempt. */
export const WebhookHeaders = z.object({ "webhook-id": Name.min(1).optional() });

export type PaymentReport = z.infer<typeof PaymentReport>;
export type RefundReport = z.infer<typeof RefundReport>;
export type PaymentRequest = z.infer<typeof PaymentRequest>;
