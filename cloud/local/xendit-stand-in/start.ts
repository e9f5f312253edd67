import { once } from "node:events";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { Addresses } from "../addresses.ts";
import type { Secrets } from "../secrets.ts";
import { createStandIn } from "./app.ts";
import { Deliverer } from "./deliverer.ts";
import { Desk } from "./desk.ts";
import { FaultBook } from "./faults/fault-book.ts";
import { Store } from "./store.ts";
import { letTimePass } from "./time-passes.ts";

export interface StandInOptions {
  dataDir: string;
  addresses: Addresses;
  secrets: Secrets;
  payAfterMs: number | "off";
}

export async function startXenditStandIn(options: StandInOptions): Promise<void> {
  const { dataDir, addresses, secrets, payAfterMs } = options;
  const webhookUrl = new URL("/api/webhooks/xendit", addresses.api);
  const faults = new FaultBook();
  const store = new Store(join(dataDir, "xendit-stand-in"));
  const deliverer = new Deliverer({ store, faults, webhookUrl, token: secrets.xendit_callback_token });
  const desk = new Desk(store, (request) => void deliverer.deliver(request));
  const app = createStandIn({ store, desk, faults, secretKey: secrets.xendit_secret_key });

  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(addresses.xendit.port) });
  await once(server, "listening");
  for (const request of store.all()) void deliverer.deliver(request);
  void letTimePass({ store, desk, payAfterMs });
}
