import { backUpDatabase } from "./backup/back-up-database.ts";
import { DAILY_RETENTION, MISSED_PAYMENTS, WEEKLY_BACKUP } from "./crons.ts";
import type { Env } from "./env.ts";
import { logFault } from "./http/log.ts";
import { findMissedPayments } from "./qris/find-missed-payments.ts";
import { deleteWhatIsOver } from "./retention/delete-what-is-over.ts";

/** What fails is logged, and thrown again, so that Cloudflare counts the run as failed. */
export async function runScheduled(event: ScheduledController, env: Env): Promise<void> {
  try {
    await run(event.cron, env, new Date(event.scheduledTime));
  } catch (error) {
    logFault(`cron ${event.cron}`, error as Error);
    throw error;
  }
}

async function run(cron: string, env: Env, at: Date): Promise<void> {
  switch (cron) {
    case MISSED_PAYMENTS:
      return await findMissedPayments(env, at);
    case WEEKLY_BACKUP:
      return await backUpDatabase(env, at);
    case DAILY_RETENTION:
      return await deleteWhatIsOver(env, at);
    default:
      throw new Error("No job belongs to this trigger.");
  }
}
