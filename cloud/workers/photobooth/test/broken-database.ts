import { env } from "cloudflare:workers";

/** The real D1, asked for tables that it does not have. */
export const BROKEN_DATABASE = {
  prepare: (query: string) =>
    env.DB.prepare(query.replace(/\b(from|into|update) "?(\w+)"?/g, '$1 "gone_$2"')),
  batch: (statements: D1PreparedStatement[]) => env.DB.batch(statements),
} as D1Database;
