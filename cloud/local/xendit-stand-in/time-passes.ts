import { setTimeout as sleep } from "node:timers/promises";
import type { Desk } from "./desk.ts";
import type { Store } from "./store.ts";

const TICK_MS = 50;

/** At Xendit it takes minutes to days. */
const REFUND_TAKES_MS = 300;

export interface Surroundings {
  store: Store;
  desk: Desk;
  payAfterMs: number | "off";
}

export async function letTimePass(surroundings: Surroundings): Promise<never> {
  for (;;) {
    endOverdue(surroundings, Date.now());
    await sleep(TICK_MS);
  }
}

/** Simulated guests pay, unpaid requests expire, refunds come to their end. Goes by stored times only, so that a restart forgets nobody. */
export function endOverdue({ store, desk, payAfterMs }: Surroundings, now: number): void {
  for (const request of store.open()) {
    const isDue = payAfterMs !== "off" && Date.parse(request.created) + payAfterMs <= now;
    if (isDue) desk.pay(request);
    else if (Date.parse(request.expires_at) <= now) desk.expire(request);
  }
  for (const request of store.refunding())
    if (Date.parse(request.refund?.created ?? "") + REFUND_TAKES_MS <= now) desk.settleRefund(request);
}
