import type { Payment } from "@repo/db-schema";
import { Problem } from "../http/problem.ts";
import type { PaymentReport } from "../schemas/xendit.ts";

/** A report of money that does not fit the payment it names. Nobody but a person can say what it is. */
export class MismatchedReport extends Problem {
  constructor(fields: string[]) {
    super(422, `Xendit's report differs from the payment in ${fields.join(", ")}.`);
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

export function assertPays(report: PaymentReport, payment: Payment): void {
  const fields: string[] = [];
  if (report.reference_id !== payment.id) fields.push("reference_id");
  if (report.currency !== "IDR") fields.push("currency");
  if (report.request_amount !== payment.amount) fields.push("request_amount");
  if (fields.length > 0) throw new MismatchedReport(fields);
}

export function paidAt(report: PaymentReport): string {
  return (report.updated ? new Date(report.updated) : new Date()).toISOString();
}
