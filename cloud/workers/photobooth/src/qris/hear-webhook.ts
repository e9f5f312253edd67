import type { z } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PaymentRepository } from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { Problem } from "../http/problem.ts";
import { PaymentReport, type Webhook } from "../schemas/xendit.ts";
import { createQrisDesk } from "./create-qris-desk.ts";
import { MismatchedReport, outcomeOf } from "./payment-report.ts";

const PAYMENT_EVENTS = new Set(["payment.capture", "payment.failure", "payment_request.expiry"]);

/**
 * Without a delivery id, what the webhook is about makes it known again. Other events, as of refunds, are ignored. Asks
 * nobody but the database: Xendit takes a slow answer for none.
 */
export async function hearWebhook(
  { event, data }: z.infer<typeof Webhook>,
  deliveryId: string | undefined,
  env: Env,
): Promise<"applied" | "duplicate" | "ignored"> {
  if (!PAYMENT_EVENTS.has(event)) return "ignored";
  const reading = PaymentReport.safeParse(data);
  if (!reading.success) throw new Problem(422, "This is no payment report that we can read.");

  const report = reading.data;
  const repository = new PaymentRepository(createDb(env.DB));
  const payment = await repository.findForAnyone(report.reference_id);
  if (payment?.method !== "qris" || outcomeOf(report) === "open") return "ignored";

  const id = deliveryId ?? `${event}:${report.payment_request_id}`;
  if (await repository.hasHeard(id)) return "duplicate";
  const news = { id, event, received_at: new Date().toISOString() };
  try {
    await createQrisDesk(env, repository).apply(payment, report, news);
  } catch (error) {
    // Refused, so that Xendit sends it again: a report that was garbled may come right the next time.
    if (error instanceof MismatchedReport) throw new Problem(422, error.message);
    throw error;
  }
  return "applied";
}
