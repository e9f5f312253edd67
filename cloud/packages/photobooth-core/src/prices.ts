import { type AppDatabase, type Price, prices } from "@repo/db-schema";
import { and, desc, eq, sql } from "drizzle-orm";
import { selectRows } from "./rows-as-json.ts";

export class PriceRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** The stored row; undefined when the id is another customer's. */
  async record(price: Price): Promise<Price | undefined> {
    await upsertPrices(this.#db, [price]);
    return await this.#db
      .select()
      .from(prices)
      .where(and(eq(prices.id, price.id), eq(prices.customer_id, price.customer_id)))
      .get();
  }

  /** Withdrawn ones too, the newest first. */
  async list(customerId: string, limit: number): Promise<Price[]> {
    return await this.#db
      .select()
      .from(prices)
      .where(eq(prices.customer_id, customerId))
      .orderBy(desc(prices.created_at), desc(prices.id))
      .limit(limit);
  }
}

export function upsertPrices(db: AppDatabase, rows: readonly Price[]) {
  return db
    .insert(prices)
    .select(selectRows(prices, rows))
    .onConflictDoUpdate({
      target: prices.id,
      set: {
        package: sql`excluded.package`,
        event: sql`excluded.event`,
        price: sql`excluded.price`,
        extra_copy: sql`excluded.extra_copy`,
        valid_from: sql`excluded.valid_from`,
        valid_to: sql`excluded.valid_to`,
        withdrawn: sql`excluded.withdrawn`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${prices.customer_id} = excluded.customer_id and ${prices.version} < excluded.version`,
    });
}
