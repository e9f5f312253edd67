import { createDb } from "@repo/db-schema";
import { Forgetting, RetentionRepository } from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { log, logFault } from "../http/log.ts";
import { Bucket } from "../storage/bucket.ts";
import { deleteExpiredPhotos } from "./expired-photos.ts";
import { deleteOrphans } from "./orphans.ts";

const DAY_MS = 24 * 3600 * 1000;
const EVENT_DAYS = 180;
const WEBHOOK_DAYS = 400;
const ROWS_A_RUN = 50_000;

/**
 * Deletes what guests left behind once its time is up. One run does bounded work, because an invocation may make 1,000
 * queries to D1; what is left over is the next run's. A step that fails does not keep the others from their work.
 */
export async function deleteWhatIsOver(env: Env, now: Date): Promise<void> {
  const repository = new RetentionRepository(createDb(env.DB));
  const forgetting = new Forgetting(createDb(env.DB));
  const bucket = new Bucket(env);
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);

  await runAll({
    photos: async () => await deleteExpiredPhotos(repository, bucket, now),
    orphans: async () => await deleteOrphans(repository, bucket, now),
    events: async () => await forgetting.forgetAppliedEvents(daysAgo(EVENT_DAYS), ROWS_A_RUN),
    webhooks: async () => await forgetting.forgetWebhooks(daysAgo(WEBHOOK_DAYS), ROWS_A_RUN),
  });
}

/** Logs what each step says that it did. Throws the first error once all steps have had their turn. */
async function runAll(steps: Record<string, () => Promise<object | number>>): Promise<void> {
  const errors: unknown[] = [];
  for (const [step, run] of Object.entries(steps)) {
    try {
      log("info", { job: "retention", step, deleted: await run() });
    } catch (error) {
      logFault(`retention, ${step}`, error as Error);
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
