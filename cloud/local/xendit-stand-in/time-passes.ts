import { setTimeout as sleep } from "node:timers/promises";
import type { Hono } from "hono";
import type { Desk } from "./desk.ts";
import type { PaymentRequest } from "./payment-request.ts";
import type { Store } from "./store.ts";

const TICK_MS = 50;

export interface Surroundings {
  app: Hono;
  store: Store;
  desk: Desk;
  secretKey: string;
  payAfterMs: number | "off";
}

export async function letTimePass(surroundings: Surroundings): Promise<never> {
  for (;;) {
    await endOverdue(surroundings, Date.now());
    await sleep(TICK_MS);
  }
}

/** Simulated guests pay, unpaid requests expire. Goes by stored times only, so that a restart forgets nobody. */
export async function endOverdue(
  { app, store, desk, secretKey, payAfterMs }: Surroundings,
  now: number,
): Promise<void> {
  for (const request of store.open()) {
    const isDue = payAfterMs !== "off" && Date.parse(request.created) + payAfterMs <= now;
    if (isDue) await simulatePayment(app, secretKey, request);
    else if (Date.parse(request.expires_at) <= now) desk.expire(request);
  }
}

async function simulatePayment(app: Hono, secretKey: string, request: PaymentRequest): Promise<void> {
  await app.request(`/v3/payment_requests/${request.payment_request_id}/simulate`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${secretKey}:`)}` },
    body: JSON.stringify({ amount: request.request_amount }),
  });
}
