import type { PaymentStatus } from "@repo/db-schema";

/** Money that arrived outranks everything: a payment that failed may still turn out to be paid, never the reverse. */
const RANK: Record<PaymentStatus, number> = { pending: 0, processing: 1, failed: 2, completed: 3 };

export function isForward(from: PaymentStatus, to: PaymentStatus): boolean {
  return RANK[to] > RANK[from];
}

export function statusesBefore(to: PaymentStatus): PaymentStatus[] {
  return (Object.keys(RANK) as PaymentStatus[]).filter((from) => isForward(from, to));
}
