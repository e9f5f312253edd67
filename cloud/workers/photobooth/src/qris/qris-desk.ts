import type { Payment } from "@repo/db-schema";
import type { PaymentNews, PaymentRepository } from "@repo/photobooth-core";
import type { PaymentReport, PaymentRequest } from "../schemas/xendit.ts";
import { assertPays, outcomeOf, paidAt } from "./payment-report.ts";
import { type XenditClient, XenditRefusal, XenditUnreachable } from "./xendit-client.ts";

/** Keeps a QRIS payment's row and Xendit's view of it in step. The row always comes first, so that a crash loses no payment. */
export class QrisDesk {
  readonly #payments: PaymentRepository;
  readonly #xendit: XenditClient;

  constructor(payments: PaymentRepository, xendit: XenditClient) {
    this.#payments = payments;
    this.#xendit = xendit;
  }

  /** Gets the code for a recorded payment that has none yet. */
  async open(payment: Payment, expiresInSeconds: number): Promise<void> {
    const expires_at = new Date(Date.now() + expiresInSeconds * 1000).toISOString();
    try {
      const request = await this.#xendit.createQris({ id: payment.id, amount: payment.amount, expires_at });
      await this.#payments.attachCode(payment.id, {
        xendit_payment_id: request.payment_request_id,
        qr_string: qrString(request),
        expires_at,
      });
    } catch (error) {
      // The reference was used up by a request whose answer we never got: no code will ever come for this payment.
      if (error instanceof XenditRefusal && error.xenditStatus === 409) await this.#payments.fail(payment.id);
      else throw error;
    }
  }

  /** Asks Xendit how the payment stands. */
  async verify(payment: Payment): Promise<void> {
    if (payment.xendit_payment_id === null) return;
    await this.apply(payment, await this.#xendit.get(payment.xendit_payment_id));
  }

  async cancel(payment: Payment): Promise<void> {
    if (payment.xendit_payment_id === null) {
      await this.#payments.fail(payment.id);
      return;
    }
    try {
      await this.apply(payment, await this.#xendit.cancel(payment.xendit_payment_id));
    } catch (error) {
      if (!(error instanceof XenditRefusal) || error.xenditStatus >= 500) throw error;
      await this.verify(payment);
    }
  }

  /** Moves the payment as far as the report says; never backward. */
  async apply(payment: Payment, report: PaymentReport, news?: PaymentNews): Promise<void> {
    switch (outcomeOf(report)) {
      case "paid":
        assertPays(report, payment);
        await this.#payments.complete(
          payment.id,
          { paid_at: paidAt(report), xendit_payment_id: report.payment_request_id },
          news,
        );
        break;
      case "ended":
        await this.#payments.fail(payment.id, news);
        break;
      case "open":
        break;
    }
  }
}

function qrString(request: PaymentRequest): string {
  const action = request.actions.find(
    ({ type, descriptor }) => type === "PRESENT_TO_CUSTOMER" && descriptor === "QR_STRING",
  );
  if (!action?.value) throw new XenditUnreachable("Xendit answered without a QR string");
  return action.value;
}
