import type { D1Database } from "@cloudflare/workers-types";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

/** What repositories take; the same for D1 in a Worker and for `createMockD1()` in a test. */
export type AppDatabase = DrizzleD1Database;

export function createDb(d1: D1Database): AppDatabase {
  return drizzle(d1);
}
