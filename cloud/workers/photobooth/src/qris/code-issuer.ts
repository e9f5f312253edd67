import type { Payment } from "@repo/db-schema";
import type { PaymentRepository } from "@repo/photobooth-core";
import type { PaymentRequest } from "../schemas/xendit.ts";
import type { QrisDesk } from "./qris-desk.ts";
import { XENDIT_TIMEOUT_MS, type XenditClient } from "./xendit-client.ts";
import { XenditBusy, XenditRefusal, XenditUnreachable } from "./xendit-errors.ts";

const LOOK_AGAIN_AFTER_MS = [100, 200, 400, 800];

/** Xendit's answer, and our writing it down. */
const CODE_COMES_WITHIN_MS = XENDIT_TIMEOUT_MS + 2_000;

export interface CodeIssuerParts {
  payments: PaymentRepository;
  xendit: XenditClient;
  desk: QrisDesk;
}

export function codeExpiry(lifetimeS: number): string {
  return new Date(Date.now() + lifetimeS * 1000).toISOString();
}

/**
 * Gets a recorded payment its code. Its id is the request's reference at Xendit, and one reference has one code: whether
 * Xendit answers the same request again or refuses it, everybody who asks for the same payment gets that one code.
 */
export class CodeIssuer {
  readonly #parts: CodeIssuerParts;

  constructor(parts: CodeIssuerParts) {
    this.#parts = parts;
  }

  async issue(payment: Payment, lifetimeS: number): Promise<void> {
    const { id, amount } = payment;
    const expires_at = await this.#expiry(payment, lifetimeS);
    try {
      const request = await this.#parts.xendit.createQris({ id, amount, expires_at });
      await this.#keep(payment, request, expires_at);
    } catch (error) {
      if (!(error instanceof XenditRefusal && error.xenditStatus === 409)) throw error;
      await this.#doWithout(payment, lifetimeS);
    }
  }

  /** All who ask within a code's lifetime ask Xendit the same. */
  async #expiry({ id, expires_at }: Payment, lifetimeS: number): Promise<string> {
    if (expires_at !== null && Date.parse(expires_at) > Date.now()) return expires_at;
    const renewed = codeExpiry(lifetimeS);
    await this.#parts.payments.renewExpiry(id, renewed);
    return renewed;
  }

  /** A code whose payment was cancelled while Xendit made it must not stay payable. */
  async #keep({ id }: Payment, request: PaymentRequest, asked: string): Promise<void> {
    const { payments, desk } = this.#parts;
    await payments.attachCode(id, {
      xendit_payment_id: request.payment_request_id,
      qr_string: qrString(request),
      expires_at: request.channel_properties?.expires_at ?? asked,
    });
    const stored = await payments.findForAnyone(id);
    if (stored?.status === "failed") await desk.cancel(stored);
  }

  /**
   * The reference is used up. Either somebody else is asking for the same payment at this moment, and has the code in
   * hand; or the answer that bore it was lost, and no code will ever come: then the booth starts a new payment.
   */
  async #doWithout({ id, expires_at }: Payment, lifetimeS: number): Promise<void> {
    for (const pause of LOOK_AGAIN_AFTER_MS) {
      const stored = await this.#parts.payments.findForAnyone(id);
      if (stored?.qr_string || stored?.status !== "pending") return;
      await scheduler.wait(pause);
    }
    const firstAskedAt = expires_at === null ? 0 : Date.parse(expires_at) - lifetimeS * 1000;
    if (Date.now() < firstAskedAt + CODE_COMES_WITHIN_MS) throw new XenditBusy("The code is on its way.", 2);
    await this.#parts.payments.fail(id);
  }
}

function qrString(request: PaymentRequest): string {
  const action = request.actions.find(
    ({ type, descriptor }) => type === "PRESENT_TO_CUSTOMER" && descriptor === "QR_STRING",
  );
  if (!action?.value) throw new XenditUnreachable("Xendit answered without a QR string.");
  return action.value;
}
