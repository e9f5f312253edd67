import type { Payment } from "@repo/db-schema";
import type { RefundReport } from "../schemas/xendit.ts";

/** What a report means to a refund. Statuses that we do not know mean nothing yet. */
export function refundOutcome({ status }: RefundReport): "succeeded" | "failed" | "open" {
  switch (status) {
    case "SUCCEEDED":
      return "succeeded";
    case "FAILED":
    case "CANCELLED":
      return "failed";
    default:
      return "open";
  }
}

/** The fields in which a report differs from the payment that it is said to give back. */
export function refundMismatches(report: RefundReport, payment: Payment): string[] {
  return [
    (payment.method !== "qris" || payment.status !== "completed") && "status",
    report.id !== (payment.xendit_refund_id ?? report.id) && "id",
    (report.payment_request_id ?? payment.xendit_payment_id) !== payment.xendit_payment_id &&
      "payment_request_id",
    report.currency !== "IDR" && "currency",
    report.amount !== payment.amount && "amount",
  ].filter((field) => field !== false);
}
