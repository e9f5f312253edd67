import { type AppDatabase, appliedEvents, customers, webhookEvents } from "@repo/db-schema";
import { sql } from "drizzle-orm";

/**
 * Drops what is remembered of news that was acted on, once the news is so old that it will not come again. Should it
 * come after all, nothing changes: a photo or a printer changes for a newer version only, a photo that was deleted has
 * its tombstone, a payment is inserted only where there is none, and its status moves forward only. Merely the answer
 * would say applied where it said duplicate.
 */
export class Forgetting {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** Events made before `time`, which their ids tell, so that each customer's are found by the primary key. */
  async forgetAppliedEvents(time: Date, limit: number): Promise<number> {
    const { meta } = await this.#db.run(
      sql`delete from ${appliedEvents} where rowid in (
        select e.rowid from ${customers} c cross join ${appliedEvents} e
          on e.customer_id = c.id and e.id < ${firstUuidV7Of(time)} limit ${limit})`,
    );
    return meta.changes;
  }

  /** They are stored in the order in which they come, so that the oldest are the first, and no more than `limit` are read. */
  async forgetWebhooks(time: Date, limit: number): Promise<number> {
    const { meta } = await this.#db.run(
      sql`delete from ${webhookEvents} where received_at < ${time.toISOString()}
        and rowid in (select rowid from ${webhookEvents} order by rowid limit ${limit})`,
    );
    return meta.changes;
  }
}

/** What every UUIDv7 of an earlier millisecond sorts before. */
function firstUuidV7Of(time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
