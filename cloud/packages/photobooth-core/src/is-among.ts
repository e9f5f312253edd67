import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

/** One bound parameter however many values: D1 allows a hundred in a statement. */
export function isAmong(column: SQLiteColumn, values: (string | null)[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}
