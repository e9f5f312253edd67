import type { z } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PaymentRepository } from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { Problem } from "../http/problem.ts";
import { PaymentReport, type Webhook } from "../schemas/xendit.ts";
import { createQrisDesk } from "./create-qris-desk.ts";
import { hearRefund, REFUND_EVENTS } from "./hear-refund.ts";
import { MismatchedReport, outcomeOf } from "./payment-report.ts";

const PAYMENT_EVENTS = new Set(["payment.capture", "payment.failure", "payment_request.expiry"]);

type Hearing = "applied" | "duplicate" | "ignored";

/**
 * Without a delivery id, what the webhook is about makes it known again. Other events are ignored. Asks nobody but the
 * database: Xendit takes a slow answer for none.
 */
export async function hearWebhook(
  webhook: z.infer<typeof Webhook>,
  deliveryId: string | undefined,
  env: Env,
): Promise<Hearing> {
  try {
    if (REFUND_EVENTS.has(webhook.event)) return await hearRefund(webhook, deliveryId, env);
    return PAYMENT_EVENTS.has(webhook.event) ? await hearPayment(webhook, deliveryId, env) : "ignored";
  } catch (error) {
    // Refused, so that Xendit sends it again: a report that was garbled may come right the next time.
    if (error instanceof MismatchedReport) throw new Problem(422, error.message);
    throw error;
  }
}

async function hearPayment(
  { event, data }: z.infer<typeof Webhook>,
  deliveryId: string | undefined,
  env: Env,
): Promise<Hearing> {
  const reading = PaymentReport.safeParse(data);
  if (!reading.success) throw new Problem(422, "This is no payment report that we can read.");

  const report = reading.data;
  const repository = new PaymentRepository(createDb(env.DB));
  const payment = await repository.findForAnyone(report.reference_id);
  if (payment?.method !== "qris" || outcomeOf(report) === "open") return "ignored";

  const id = deliveryId ?? `${event}:${report.payment_request_id}`;
  if (await repository.hasHeard(id)) return "duplicate";
  const news = { id, event, received_at: new Date().toISOString() };
  await createQrisDesk(env, repository).apply(payment, report, news);
  return "applied";
}
