import { setTimeout as sleep } from "node:timers/promises";
import { WEBHOOK_FAULTS } from "./faults/fault.ts";
import type { FaultBook } from "./faults/fault-book.ts";
import { type Delivery, strikeDelivery } from "./faults/webhook-faults.ts";
import { type PaymentRequest, type Webhook, webhookBody } from "./payment-request.ts";
import type { Store } from "./store.ts";

/** Xendit retries six times over a day; the stand-in as often, in less than twenty seconds. */
const RETRY_AFTER_MS = [200, 500, 1000, 2000, 5000, 10_000];

export interface DelivererParts {
  store: Store;
  faults: FaultBook;
  webhookUrl: URL;
  /** The callback token by which the Worker knows Xendit. */
  token: string;
}

export class Deliverer {
  readonly #parts: DelivererParts;

  constructor(parts: DelivererParts) {
    this.#parts = parts;
  }

  /** Delivers those of the request's webhooks that have not been delivered yet. Never rejects. */
  async deliver(request: PaymentRequest): Promise<void> {
    for (const webhook of request.webhooks.filter(({ delivered }) => !delivered)) {
      webhook.delivered = await this.#deliverStubbornly(request, webhook);
      this.#parts.store.save(request);
    }
  }

  async #deliverStubbornly(request: PaymentRequest, webhook: Webhook): Promise<boolean> {
    for (const pause of [0, ...RETRY_AFTER_MS]) {
      try {
        await sleep(pause);
        const status = await this.#attempt(request, webhook);
        if (status === 200) return true;
        console.error(`Xendit stand-in: webhook ${webhook.id} was answered ${status}`);
      } catch (error) {
        console.error(`Xendit stand-in: webhook ${webhook.id} was not answered: ${error}`);
      }
    }
    return false;
  }

  /** The first answer that is not 200, if there is one. Of a webhook that a fault has lost nothing bad is heard. */
  async #attempt(request: PaymentRequest, { id, event }: Webhook): Promise<number> {
    const delivery = { id, token: this.#parts.token, body: webhookBody(request, event) };
    const fault = this.#parts.faults.strike(WEBHOOK_FAULTS);
    if (fault?.fault === "late") await sleep(fault.ms);

    const statuses: number[] = [];
    for (const together of fault ? strikeDelivery(delivery, fault) : [[delivery]])
      statuses.push(...(await Promise.all(together.map((one) => this.#post(one)))));
    return statuses.find((status) => status !== 200) ?? 200;
  }

  async #post({ id, token, fault, body }: Delivery): Promise<number> {
    const response = await fetch(this.#parts.webhookUrl, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-callback-token": token,
        "webhook-id": id,
        ...(fault && { "x-stand-in-fault": fault }),
      },
      body: JSON.stringify(body),
    });
    await response.body?.cancel();
    return response.status;
  }
}
