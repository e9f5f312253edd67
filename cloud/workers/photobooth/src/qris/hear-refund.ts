import type { z } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PaymentRepository } from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { Problem } from "../http/problem.ts";
import { RefundReport, type Webhook } from "../schemas/xendit.ts";
import { createRefundDesk } from "./create-qris-desk.ts";
import { refundOutcome } from "./refund-report.ts";

export const REFUND_EVENTS: ReadonlySet<string> = new Set(["refund.succeeded", "refund.failed"]);

/** As `hearWebhook`, of refunds. One that was not begun here bears another reference, and is ignored. */
export async function hearRefund(
  { event, data }: z.infer<typeof Webhook>,
  deliveryId: string | undefined,
  env: Env,
): Promise<"applied" | "duplicate" | "ignored"> {
  const report = readReport(data);
  const db = createDb(env.DB);
  const payments = new PaymentRepository(db);
  const payment = report.reference_id ? await payments.findForAnyone(report.reference_id) : undefined;
  if (!payment || refundOutcome(report) === "open") return "ignored";

  const id = deliveryId ?? `${event}:${report.id}`;
  if (await payments.hasHeard(id)) return "duplicate";
  await createRefundDesk(env, db).apply(payment, report, {
    id,
    event,
    received_at: new Date().toISOString(),
  });
  return "applied";
}

/** Xendit's own example wraps the report once more: https://docs.xendit.co/apidocs/refund-webhook-notification */
function readReport(data: unknown): RefundReport {
  const wrapped = typeof data === "object" && data !== null && "data" in data ? data.data : data;
  const reading = RefundReport.safeParse(wrapped);
  if (!reading.success) throw new Problem(422, "This is no refund report that we can read.");
  return reading.data;
}
