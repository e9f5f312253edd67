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
}

/** What Xendit would tell the merchant. Kept with the request, so that a restart does not lose it. */
export interface Webhook {
  id: string;
  event: "payment.capture" | "payment_request.expiry";
  delivered: boolean;
}

/** As Xendit's API answers it. */
export function present(request: PaymentRequest) {
  const { webhooks: _, qr_string, expires_at, ...fields } = request;
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
  const { actions: _, ...data } = present(request);
  const payment_id = request.payment_request_id.replace(/^pr-/, "py-");
  return {
    event,
    business_id: "stand-in",
    created: request.updated,
    data: event === "payment.capture" ? { ...data, payment_id } : data,
  };
}
