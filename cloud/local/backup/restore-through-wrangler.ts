import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { Failure } from "@repo/photobooth-core/command";
import { type BackupFile, inOrderOfRestoring, statementsOf } from "./backup-file.ts";
import { assertRows, COUNT_TABLES, countRows, type Report } from "./check-rows.ts";

const WORKER = fileURLToPath(new URL("../../workers/photobooth/", import.meta.url));
const WRANGLER = join(createRequire(import.meta.url).resolve("wrangler/package.json"), "../bin/wrangler.js");

/** `where` are wrangler's flags that say which database: `--remote` for the one at Cloudflare. */
export async function restoreThroughWrangler(
  backup: BackupFile,
  where: string[],
  report: Report,
): Promise<void> {
  const { tables } = await ask(COUNT_TABLES, where);
  if (tables !== 0) throw new Failure("The database is not empty. Create a new one, and restore into that.");

  const folder = mkdtempSync(join(tmpdir(), "db-restore-"));
  try {
    const ordered = join(folder, "ordered.sql");
    await pipeline(Readable.from(inOrder(backup)), createWriteStream(ordered));
    report("The file is in order and goes to D1, which answers nothing else meanwhile.");
    await wrangler(["--yes", "--file", ordered], where);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  assertRows(backup, await ask(countRows(backup), where));
}

async function* inOrder(backup: BackupFile): AsyncGenerator<string> {
  for (const section of inOrderOfRestoring(backup)) yield* statementsOf(backup.path, section);
}

/** The first row of the answer. */
async function ask(sql: string, where: string[]): Promise<Record<string, unknown>> {
  const [answer] = JSON.parse(await wrangler(["--json", "--command", sql], where));
  return answer.results[0];
}

async function wrangler(what: string[], where: string[]): Promise<string> {
  const child = spawn(process.execPath, [WRANGLER, "d1", "execute", "photobooth-db", ...what, ...where], {
    cwd: WORKER,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said, [status]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (status !== 0) throw new Failure(`wrangler could not do it:\n${said}`);
  return said;
}
