import { Failure } from "@repo/photobooth-core/command";
import type { BackupFile } from "./backup-file.ts";

/** What is said on the way. */
export type Report = (line: string) => void;

/** Tables that somebody made: D1 and SQLite have some of their own. */
export const COUNT_TABLES = `select count(*) as tables from sqlite_master where type = 'table'
  and name not like 'sqlite~_%' escape '~' and name not like '~_cf~_%' escape '~'`;

/** A query for one row, with a column a table. */
export function countRows({ counts }: BackupFile): string {
  return `select ${Object.keys(counts).map((table) => `(select count(*) from "${table}") as "${table}"`)}`;
}

export function assertRows({ counts }: BackupFile, found: Record<string, unknown>): void {
  for (const [table, rows] of Object.entries(counts))
    if (found[table] !== rows)
      throw new Failure(`${table} should have ${rows} rows and has ${found[table]}: the backup is damaged.`);
}
