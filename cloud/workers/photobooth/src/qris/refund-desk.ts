import type { Payment } from "@repo/db-schema";
import type { PaymentNews, RefundRepository } from "@repo/photobooth-core";
import { log } from "../http/log.ts";
import type { RefundReport } from "../schemas/xendit.ts";
import { MismatchedReport } from "./payment-report.ts";
import { refundMismatches, refundOutcome } from "./refund-report.ts";
import type { XenditClient } from "./xendit-client.ts";
import { XenditRefusal } from "./xendit-errors.ts";

/** Refusals after which no refund will come of what was asked: https://docs.xendit.co/qr-codes/test-scenarios */
const FINAL_CODES = new Set([
  "API_VALIDATION_ERROR",
  "DATA_NOT_FOUND",
  "INELIGIBLE_TRANSACTION",
  "INSUFFICIENT_BALANCE",
  "PARTIAL_REFUND_NOT_SUPPORTED",
  "REFUND_NOT_SUPPORTED",
  "TRANSACTION_NOT_FOUND",
]);

/** Refusals that speak of a refund which is there already: perhaps our own, whose answer was lost. */
const THERE_ALREADY_CODES = new Set([
  "DUPLICATE_ERROR",
  "MAXIMUM_REFUND_AMOUNT_REACHED",
  "REFUND_IN_PROGRESS",
]);

export interface RefundDeskParts {
  refunds: RefundRepository;
  xendit: XenditClient;
}

/** Gives paid QRIS payments back, each whole and at most once. */
export class RefundDesk {
  readonly #parts: RefundDeskParts;

  constructor(parts: RefundDeskParts) {
    this.#parts = parts;
  }

  /**
   * Asks Xendit to give a completed payment back, or how that stands. A refund that failed is not begun anew: a person
   * may have given the money back by hand since.
   */
  async refund(payment: Payment): Promise<void> {
    if (payment.refund_status === "succeeded" || payment.refund_status === "failed") return;
    if (payment.xendit_payment_id === null) return;
    await this.#parts.refunds.begin(payment.id);
    if (payment.xendit_refund_id !== null) await this.#lookUp(payment, payment.xendit_payment_id);
    else await this.#ask(payment, payment.xendit_payment_id);
  }

  /** Moves the refund as far as the report says; never backward. A report that does not fit moves nothing. */
  async apply(payment: Payment, report: RefundReport, news?: PaymentNews): Promise<void> {
    const fields = refundMismatches(report, payment);
    if (fields.length > 0) {
      const { id: payment_id } = payment;
      log("warn", { warning: "mismatched_refund", payment_id, fields, webhook_id: news?.id });
      throw new MismatchedReport(fields);
    }
    const { refunds } = this.#parts;
    switch (refundOutcome(report)) {
      case "open":
        return await refunds.attach(payment.id, report.id);
      case "failed":
        return await refunds.fail(payment.id, report.id, news);
      case "succeeded": {
        const refunded_at = report.updated ?? new Date().toISOString();
        return await refunds.succeed(payment.id, { xendit_refund_id: report.id, refunded_at }, news);
      }
    }
  }

  async #ask(payment: Payment, xendit_payment_id: string): Promise<void> {
    try {
      await this.apply(payment, await this.#parts.xendit.refund({ ...payment, xendit_payment_id }));
    } catch (error) {
      if (!(error instanceof XenditRefusal)) throw error;
      const isFinal = FINAL_CODES.has(error.code);
      if (!isFinal && !THERE_ALREADY_CODES.has(error.code)) throw error;
      const isThere = await this.#lookUp(payment, xendit_payment_id);
      if (isFinal && !isThere) await this.#parts.refunds.fail(payment.id);
    }
  }

  /** Also finds a refund that the operator made in Xendit's dashboard: the guest has the money either way. */
  async #lookUp(payment: Payment, xendit_payment_id: string): Promise<boolean> {
    const listed = await this.#parts.xendit.refundsOf(xendit_payment_id);
    const fitting = listed.filter((report) => refundMismatches(report, payment).length === 0);
    const [found] = fitting.sort((one, other) => weight(other) - weight(one));
    if (found) await this.apply(payment, found);
    return found !== undefined;
  }
}

/** Of several refunds, one that brought the money back counts, then one that may yet. */
function weight(report: RefundReport): number {
  return { failed: 0, open: 1, succeeded: 2 }[refundOutcome(report)];
}
