import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { D1Database } from "@cloudflare/workers-types";

export const MIGRATIONS = fileURLToPath(
  new URL("../packages/db-schema/migrations/photobooth/", import.meta.url),
);

/** Applies what is missing, and keeps the same table about it as `wrangler d1 migrations apply`. */
export async function migrate(db: D1Database): Promise<void> {
  await db
    .prepare(
      "create table if not exists d1_migrations (id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)",
    )
    .run();
  const { results } = await db.prepare("select name from d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));

  for (const name of migrationNames().filter((name) => !applied.has(name))) {
    const statements = readFileSync(`${MIGRATIONS}${name}`, "utf8").split("--> statement-breakpoint");
    await db.batch([
      ...statements.map((statement) => db.prepare(statement)),
      db.prepare("insert into d1_migrations (name) values (?)").bind(name),
    ]);
  }
}

function migrationNames(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith(".sql"))
    .sort();
}
