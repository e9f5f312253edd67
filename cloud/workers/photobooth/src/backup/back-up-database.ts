import type { Env } from "../env.ts";
import { log } from "../http/log.ts";
import { dump } from "./dump.ts";
import { datedKey, deleteOldBackups } from "./old-backups.ts";
import { uploadInParts } from "./upload-in-parts.ts";

const NEWEST = "backups/db-backup.sql";
const OPTIONS = { httpMetadata: { contentType: "application/sql" } };

/** A dated copy first, and only when that is whole the name that RFC-007 gives the newest one. */
export async function backUpDatabase(env: Pick<Env, "DB" | "ASSETS">, at: Date): Promise<void> {
  const key = datedKey(at);
  await uploadInParts(env.ASSETS, key, dump(env.DB, at), OPTIONS);

  const dated = await env.ASSETS.get(key);
  if (!dated) throw new Error(`${key} is gone again`);
  await env.ASSETS.put(NEWEST, dated.body, OPTIONS);
  log("info", { job: "backup", bytes: dated.size, deleted: await deleteOldBackups(env.ASSETS, at) });
}
