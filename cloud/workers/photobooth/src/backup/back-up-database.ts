import type { Env } from "../env.ts";
import { writeSql } from "./write-sql.ts";

/** The newest backup under the name that RFC-007 gives it, and a copy that next week's does not overwrite. */
export async function backUpDatabase(env: Pick<Env, "DB" | "ASSETS">, at: Date): Promise<void> {
  const sql = await writeSql(env.DB);
  const options = { httpMetadata: { contentType: "application/sql" } };
  await env.ASSETS.put(`backups/db-backup-${at.toISOString().slice(0, 10)}.sql`, sql, options);
  await env.ASSETS.put("backups/db-backup.sql", sql, options);
}
