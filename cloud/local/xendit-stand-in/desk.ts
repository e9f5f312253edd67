import { randomUUID } from "node:crypto";
import type { PaymentRequest, PaymentRequestStatus, Refund, Webhook } from "./payment-request.ts";
import { qrisString } from "./qris-string.ts";
import type { Store } from "./store.ts";

/** How the stand-in lets payment requests live: opened, then paid, cancelled or expired, once. */
export class Desk {
  readonly #store: Store;
  readonly #announce: (request: PaymentRequest) => void;

  /** `announce` is told of every request that has a new webhook to deliver. */
  constructor(store: Store, announce: (request: PaymentRequest) => void) {
    this.#store = store;
    this.#announce = announce;
  }

  open(referenceId: string, amount: number, expiresAt: string): PaymentRequest {
    const now = new Date().toISOString();
    const request: PaymentRequest = {
      payment_request_id: `pr-${randomUUID()}`,
      reference_id: referenceId,
      request_amount: amount,
      status: "REQUIRES_ACTION",
      qr_string: qrisString(amount, referenceId),
      expires_at: expiresAt,
      created: now,
      updated: now,
      webhooks: [],
    };
    this.#store.save(request);
    return request;
  }

  /** False when it has ended already; so do `cancel` and `expire`. */
  pay(request: PaymentRequest): boolean {
    return this.#end(request, "SUCCEEDED", "payment.capture");
  }

  /** Pays what was cancelled or has expired. Nothing is paid twice. */
  payLate(request: PaymentRequest): boolean {
    return request.status !== "SUCCEEDED" && this.#move(request, "SUCCEEDED", "payment.capture");
  }

  cancel(request: PaymentRequest): boolean {
    return this.#end(request, "CANCELED");
  }

  expire(request: PaymentRequest): boolean {
    return this.#end(request, "EXPIRED", "payment_request.expiry");
  }

  /** Begins to give a paid request back; `failureCode` says that it will fail. */
  refund(
    request: PaymentRequest,
    asked: Pick<Refund, "reference_id" | "idempotency_key" | "reason">,
    failureCode: string | null,
  ): Refund {
    const now = new Date().toISOString();
    const { reference_id, idempotency_key, reason } = asked;
    request.refund = {
      id: `rfd-${randomUUID()}`,
      reference_id,
      idempotency_key,
      reason,
      status: "PENDING",
      failure_code: failureCode,
      created: now,
      updated: now,
    };
    this.#store.save(request);
    return request.refund;
  }

  settleRefund(request: PaymentRequest): void {
    const { refund } = request;
    if (refund?.status !== "PENDING") return;
    refund.status = refund.failure_code === null ? "SUCCEEDED" : "FAILED";
    refund.updated = new Date().toISOString();
    this.#tell(request, refund.status === "SUCCEEDED" ? "refund.succeeded" : "refund.failed");
  }

  #end(request: PaymentRequest, status: PaymentRequestStatus, event?: Webhook["event"]): boolean {
    return request.status === "REQUIRES_ACTION" && this.#move(request, status, event);
  }

  #move(request: PaymentRequest, status: PaymentRequestStatus, event?: Webhook["event"]): true {
    request.status = status;
    request.updated = new Date().toISOString();
    if (event) this.#tell(request, event);
    else this.#store.save(request);
    return true;
  }

  #tell(request: PaymentRequest, event: Webhook["event"]): void {
    request.webhooks.push({ id: randomUUID(), event, delivered: false });
    this.#store.save(request);
    this.#announce(request);
  }
}
