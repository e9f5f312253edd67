export type PaymentRequestStatus = "REQUIRES_ACTION" | "SUCCEEDED" | "CANCELED" | "EXPIRED";

/** A payment request as the stand-in keeps it. */
export interface PaymentRequest {
  payment_request_id: string;
  reference_id: string;
  request_amount: number;
  status: PaymentRequestStatus;
  qr_string: string;
  expires_at: string;
  created: string;
  updated: string;
  webhooks: Webhook[];
  /** The newest; missing until somebody asks for one. */
  refund?: Refund;
}

export type RefundEvent = "refund.succeeded" | "refund.failed";

/** Of the whole amount: nothing else is asked for. */
export interface Refund {
  id: string;
  reference_id: string;
  idempotency_key: string | undefined;
  status: "PENDING" | "SUCCEEDED" | "FAILED";
  reason: string;
  /** How it will end, in a moment. */
  failure_code: string | null;
  created: string;
  updated: string;
}

/** What Xendit would tell the merchant. Kept with the request, so that a restart does not lose it. */
export interface Webhook {
  id: string;
  event: "payment.capture" | "payment_request.expiry" | RefundEvent;
  delivered: boolean;
}

/** As Xendit's API answers it. */
export function present(request: PaymentRequest) {
  const { webhooks: _, refund: __, qr_string, expires_at, ...fields } = request;
  return {
    ...fields,
    type: "PAY",
    country: "ID",
    currency: "IDR",
    channel_code: "QRIS",
    channel_properties: { expires_at },
    actions:
      request.status === "REQUIRES_ACTION"
        ? [{ type: "PRESENT_TO_CUSTOMER", descriptor: "QR_STRING", value: qr_string }]
        : [],
  };
}

/** As Xendit's webhooks tell it. */
export function webhookBody(request: PaymentRequest, event: Webhook["event"]) {
  return { event, business_id: "stand-in", created: request.updated, data: webhookData(request, event) };
}

function webhookData(request: PaymentRequest, event: Webhook["event"]) {
  const { refund } = request;
  if (refund && (event === "refund.succeeded" || event === "refund.failed"))
    return presentRefund(request, refund);
  const { actions: _, ...data } = present(request);
  return event === "payment.capture" ? { ...data, payment_id: paymentIdOf(request) } : data;
}

/** As Xendit's API answers it, and its webhooks tell it. */
export function presentRefund(request: PaymentRequest, refund: Refund) {
  const { idempotency_key: _, failure_code, ...fields } = refund;
  return {
    ...fields,
    payment_request_id: request.payment_request_id,
    payment_id: paymentIdOf(request),
    invoice_id: null,
    payment_method_type: "QR_CODE",
    channel_code: "QRIS",
    country: "ID",
    currency: "IDR",
    amount: request.request_amount,
    failure_code: refund.status === "FAILED" ? failure_code : null,
    refund_fee_amount: null,
    metadata: null,
  };
}

function paymentIdOf({ payment_request_id }: PaymentRequest): string {
  return payment_request_id.replace(/^pr-/, "py-");
}
