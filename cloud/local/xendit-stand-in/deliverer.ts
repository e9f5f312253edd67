import { setTimeout as sleep } from "node:timers/promises";
import { type PaymentRequest, type Webhook, webhookBody } from "./payment-request.ts";
import type { Store } from "./store.ts";

/** Xendit retries six times over a day; the stand-in as often, in less than twenty seconds. */
const RETRY_AFTER_MS = [200, 500, 1000, 2000, 5000, 10_000];

export class Deliverer {
  readonly #store: Store;
  readonly #webhookUrl: URL;
  readonly #callbackToken: string;

  constructor(store: Store, webhookUrl: URL, callbackToken: string) {
    this.#store = store;
    this.#webhookUrl = webhookUrl;
    this.#callbackToken = callbackToken;
  }

  /** Delivers those of the request's webhooks that have not been delivered yet. Never rejects. */
  async deliver(request: PaymentRequest): Promise<void> {
    for (const webhook of request.webhooks.filter(({ delivered }) => !delivered)) {
      webhook.delivered = await this.#deliverStubbornly(request, webhook);
      this.#store.save(request);
    }
  }

  async #deliverStubbornly(request: PaymentRequest, webhook: Webhook): Promise<boolean> {
    for (const pause of [0, ...RETRY_AFTER_MS]) {
      try {
        await sleep(pause);
        const status = await this.#post(request, webhook);
        if (status === 200) return true;
        console.error(`Xendit stand-in: webhook ${webhook.id} was answered ${status}`);
      } catch (error) {
        console.error(`Xendit stand-in: webhook ${webhook.id} was not answered: ${error}`);
      }
    }
    return false;
  }

  async #post(request: PaymentRequest, webhook: Webhook): Promise<number> {
    const response = await fetch(this.#webhookUrl, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-callback-token": this.#callbackToken,
        "webhook-id": webhook.id,
      },
      body: JSON.stringify(webhookBody(request, webhook)),
    });
    await response.body?.cancel();
    return response.status;
  }
}
