/**
 * What can go wrong between the Worker and Xendit, on demand. `PUT /faults` with `{"faults": [...]}` replaces all faults,
 * `GET /faults` tells which are left, `DELETE /faults` ends them. Each strikes `times` times, or until it is replaced.
 */
export type Fault = (ApiFault | RefundFault | WebhookFault | GuestFault) & { readonly times?: number };

export type Call = "create" | "get" | "cancel" | "simulate" | "refund";

/** Strikes calls to the API: all of them, or those of one kind. */
export type ApiFault = { readonly call?: Call } & (
  | { readonly fault: "slow"; readonly ms: number }
  /** Answers 500 and does nothing. */
  | { readonly fault: "server_error" }
  /** Answers 429 with Xendit's headers: the window ends in `reset_s` seconds. Does nothing. */
  | { readonly fault: "too_many"; readonly reset_s: number }
  /** Does the work, then breaks the connection; where there is none to break, answers 500. */
  | { readonly fault: "lost_answer" }
  /** Refuses a reference that it knows, also where the request is the same. Xendit does not document which it does. */
  | { readonly fault: "known_reference" }
);

/** Strikes refunds that are asked for. */
export type RefundFault =
  /** Refused at once: not every bank and wallet takes QRIS money back. */
  | { readonly fault: "refund_refused" }
  /** Begun, and told to have failed in the end. */
  | { readonly fault: "refund_fails" };

/** Strikes the delivery of webhooks, each attempt anew. What is not answered 200 is tried again, as at Xendit. */
export type WebhookFault =
  /** Both at the same time. */
  | { readonly fault: "twice" }
  | { readonly fault: "late"; readonly ms: number }
  /** After a capture comes the expiry that it overtook, after a refund the failure of it. */
  | { readonly fault: "out_of_order" }
  | { readonly fault: "wrong_amount" }
  | { readonly fault: "wrong_token" }
  /** Is never delivered, and the stand-in believes that it was. */
  | { readonly fault: "lost" };

/** The click on "Pay" also pays what was cancelled or has expired: a race that Xendit documents. */
export type GuestFault = { readonly fault: "pays_late" };

export type FaultName = Fault["fault"];

export type FaultNamed<Name extends FaultName> = Extract<Fault, { fault: Name }>;

export const API_FAULTS = [
  "slow",
  "server_error",
  "too_many",
  "lost_answer",
  "known_reference",
] as const satisfies ApiFault["fault"][];

export const WEBHOOK_FAULTS = [
  "twice",
  "late",
  "out_of_order",
  "wrong_amount",
  "wrong_token",
  "lost",
] as const satisfies WebhookFault["fault"][];

export const REFUND_FAULTS = ["refund_refused", "refund_fails"] as const satisfies RefundFault["fault"][];

export const GUEST_FAULTS = ["pays_late"] as const satisfies GuestFault["fault"][];

export const CALLS = ["create", "get", "cancel", "simulate", "refund"] as const satisfies Call[];
