import { sql } from "drizzle-orm";
import { customType } from "drizzle-orm/sqlite-core";

/** RFC-007 writes `id TEXT PRIMARY KEY`, which in SQLite does not imply NOT NULL; Drizzle's own `primaryKey()` would add it. */
export const id = customType<{ data: string; notNull: true }>({ dataType: () => "TEXT" });

/** UTC, ISO 8601 with milliseconds and `Z`, in a column declared as RFC-007 declares it. */
export const datetime = customType<{ data: string }>({ dataType: () => "DATETIME" });

export const now = sql`(datetime('now'))`;
