import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { Failure } from "@repo/photobooth-core/command";
import { type BackupFile, inOrderOfRestoring } from "./backup-file.ts";
import { assertRows, COUNT_TABLES, countRows, type Report } from "./check-rows.ts";
import { storesIn, withStores } from "./database.ts";
import { inBatches } from "./statements.ts";

/** Beside the place where it belongs, and moved there when it is whole: what is interrupted leaves the database empty. */
export async function restoreLocally(backup: BackupFile, dataDir: string, report: Report): Promise<void> {
  const place = join(storesIn(dataDir), "d1");
  if (existsSync(place) && (await withStores(storesIn(dataDir), hasTables)))
    throw new Failure(`The database in ${dataDir} is not empty. Restore into a folder of its own.`);

  const beside = join(dataDir, "restoring");
  rmSync(beside, { recursive: true, force: true });
  try {
    await withStores(beside, async ({ db }) => await load(backup, db, report));
    rmSync(place, { recursive: true, force: true });
    mkdirSync(dirname(place), { recursive: true });
    renameSync(join(beside, "d1"), place);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

async function hasTables({ db }: { db: D1Database }): Promise<boolean> {
  return (await db.prepare(COUNT_TABLES).first<number>("tables")) !== 0;
}

async function load(backup: BackupFile, db: D1Database, report: Report): Promise<void> {
  for (const section of inOrderOfRestoring(backup)) {
    for await (const batch of inBatches(backup.path, section))
      await db.batch(batch.map((statement) => db.prepare(statement)));
    if (section.kind === "rows") report(`${section.name}: ${backup.counts[section.name]} rows`);
  }
  assertRows(backup, (await db.prepare(countRows(backup)).first()) ?? {});
}
