import { setTimeout as sleep } from "node:timers/promises";
import type { Hono } from "hono";
import type { Desk } from "./desk.ts";
import type { PaymentRequest } from "./payment-request.ts";
import type { Store } from "./store.ts";

const TICK_MS = 50;

export interface TimePassesOptions {
  app: Hono;
  store: Store;
  desk: Desk;
  secretKey: string;
  payAfterMs: number | "off";
}

/** Lets simulated guests pay and unpaid requests expire. Goes by stored times only, so that a restart forgets nobody. */
export async function letTimePass({
  app,
  store,
  desk,
  secretKey,
  payAfterMs,
}: TimePassesOptions): Promise<never> {
  const simulate = (request: PaymentRequest) =>
    app.request(`/v3/payment_requests/${request.payment_request_id}/simulate`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${secretKey}:`)}` },
      body: JSON.stringify({ amount: request.request_amount }),
    });

  for (;;) {
    for (const request of store.open()) {
      const isDue = payAfterMs !== "off" && Date.parse(request.created) + payAfterMs <= Date.now();
      if (isDue) await simulate(request);
      else if (Date.parse(request.expires_at) <= Date.now()) desk.expire(request);
    }
    await sleep(TICK_MS);
  }
}
