import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import worker from "../src/index.ts";

/** Runs the Worker's job of this trigger, as it is when some of its bindings are others. */
export async function runCron(
  cron: string,
  at: string,
  changes: Partial<Cloudflare.Env> = {},
): Promise<void> {
  const controller = createScheduledController({ cron, scheduledTime: new Date(at) });
  await worker.scheduled(controller, { ...env, ...changes });
}
