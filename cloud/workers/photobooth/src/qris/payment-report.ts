import type { Payment } from "@repo/db-schema";
import { Problem } from "../http/problem.ts";
import type { PaymentReport } from "../schemas/xendit.ts";

/** A report that does not fit the payment it names. Nobody but a person can say what it is. */
export class MismatchedReport extends Problem {
  readonly fields: readonly string[];

  constructor(fields: readonly string[]) {
    super(502, `Xendit's report differs from the payment in ${fields.join(", ")}.`);
    this.fields = fields;
  }
}

/** What a report means to a payment. Statuses that we do not know mean nothing yet. */
export function outcomeOf(report: PaymentReport): "paid" | "ended" | "open" {
  switch (report.status) {
    case "SUCCEEDED":
      return "paid";
    case "FAILED":
    case "CANCELED":
    case "EXPIRED":
      return "ended";
    default:
      return "open";
  }
}

/**
 * A payment may not know its request at Xendit yet, where the answer that named it was lost. Any request that bears its
 * reference is then its own.
 */
export function assertFits(report: PaymentReport, payment: Payment): void {
  // That no money came may be told without naming a sum.
  const isUntold = (value: unknown) => value === undefined && outcomeOf(report) !== "paid";
  const fields = [
    report.reference_id !== payment.id && "reference_id",
    report.payment_request_id !== (payment.xendit_payment_id ?? report.payment_request_id) &&
      "payment_request_id",
    report.currency !== "IDR" && !isUntold(report.currency) && "currency",
    report.request_amount !== payment.amount && !isUntold(report.request_amount) && "request_amount",
  ].filter((field) => field !== false);
  if (fields.length > 0) throw new MismatchedReport(fields);
}

export function paidAt(report: PaymentReport): string {
  return report.updated ?? new Date().toISOString();
}
