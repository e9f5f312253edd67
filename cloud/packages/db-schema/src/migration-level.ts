import { sql } from "drizzle-orm";
import type { AppDatabase } from "./db.ts";

/** The name of the last migration applied, from the table that wrangler keeps. */
export async function migrationLevel(db: AppDatabase): Promise<string | undefined> {
  const last = await db.get<{ name: string } | undefined>(
    sql`select name from d1_migrations order by id desc limit 1`,
  );
  return last?.name.replace(/\.sql$/, "");
}
