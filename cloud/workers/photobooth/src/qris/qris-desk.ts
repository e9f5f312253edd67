import type { Payment } from "@repo/db-schema";
import type { PaymentNews, PaymentRepository } from "@repo/photobooth-core";
import { log } from "../http/log.ts";
import type { PaymentReport } from "../schemas/xendit.ts";
import { assertFits, MismatchedReport, outcomeOf, paidAt } from "./payment-report.ts";
import type { XenditClient } from "./xendit-client.ts";
import { XenditRefusal } from "./xendit-errors.ts";

/** Keeps an open QRIS payment's row and Xendit's view of it in step. */
export class QrisDesk {
  readonly #payments: PaymentRepository;
  readonly #xendit: XenditClient;

  constructor(payments: PaymentRepository, xendit: XenditClient) {
    this.#payments = payments;
    this.#xendit = xendit;
  }

  /** Asks Xendit how the payment stands. */
  async verify(payment: Payment): Promise<void> {
    if (payment.xendit_payment_id === null) return;
    await this.apply(payment, await this.#xendit.get(payment.xendit_payment_id));
  }

  /** A payment that never got a code cannot be paid, so that Xendit need not be asked. */
  async cancel(payment: Payment): Promise<void> {
    if (payment.xendit_payment_id === null) {
      await this.#payments.fail(payment.id);
      return;
    }
    try {
      await this.apply(payment, await this.#xendit.cancel(payment.xendit_payment_id));
    } catch (error) {
      if (!(error instanceof XenditRefusal)) throw error;
      await this.verify(payment);
    }
  }

  /** Moves the payment as far as the report says; never backward. A report that does not fit it moves nothing. */
  async apply(payment: Payment, report: PaymentReport, news?: PaymentNews): Promise<void> {
    const outcome = outcomeOf(report);
    if (outcome === "open") return;
    try {
      assertFits(report, payment);
    } catch (error) {
      if (error instanceof MismatchedReport)
        log("warn", {
          warning: "mismatched_report",
          payment_id: payment.id,
          fields: error.fields,
          webhook_id: news?.id,
        });
      throw error;
    }
    if (outcome === "ended") await this.#payments.fail(payment.id, news);
    else {
      const { payment_request_id: xendit_payment_id } = report;
      await this.#payments.complete(payment.id, { paid_at: paidAt(report), xendit_payment_id }, news);
    }
  }
}
