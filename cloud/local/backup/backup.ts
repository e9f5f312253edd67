import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Failure, runCommand, WrongUse } from "@repo/photobooth-core/command";
import { WEEKLY_BACKUP } from "../../workers/photobooth/src/crons.ts";
import { bundleWorker } from "../bundle.ts";
import { readArguments } from "./arguments.ts";
import { storesIn, withStores } from "./database.ts";

const USAGE = `usage: npm run db:backup -- FILE --data DIR

Has the Worker of the local cloud in DIR, which must not be running, make its weekly backup now, and copies it to FILE.
At Cloudflare: npx wrangler r2 object get photobooth/backups/db-backup.sql --remote --file FILE`;

await runCommand(USAGE, async () => {
  const { file, database } = readArguments();
  if (database === "remote") throw new WrongUse("Cloudflare's own backup is fetched with wrangler.");
  const folder = storesIn(database.dataDir);
  if (!existsSync(folder)) throw new Failure(`There is no local cloud in ${database.dataDir}.`);

  await withStores(
    folder,
    async ({ assets, run }) => {
      await run(WEEKLY_BACKUP);
      const backup = await assets.get("backups/db-backup.sql");
      if (!backup) throw new Error("the Worker left no backup");
      await pipeline(Readable.fromWeb(backup.body as ReadableStream), createWriteStream(`${file}.new`));
      renameSync(`${file}.new`, file);
      console.log(`${file}: ${(backup.size / 1e6).toFixed(1)} MB`);
    },
    { worker: await bundleWorker() },
  ).finally(() => rmSync(`${file}.new`, { force: true }));
});
