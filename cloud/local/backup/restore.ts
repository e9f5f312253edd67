import { existsSync } from "node:fs";
import { Failure, runCommand } from "@repo/photobooth-core/command";
import { readArguments } from "./arguments.ts";
import { openBackup } from "./backup-file.ts";
import { restoreLocally } from "./restore-locally.ts";
import { restoreThroughWrangler } from "./restore-through-wrangler.ts";

const USAGE = `usage: npm run db:restore -- FILE --remote     into photobooth-db at Cloudflare
       npm run db:restore -- FILE --data DIR  into the local cloud in DIR, which must not be running

Rebuilds an empty database, one without tables, from a backup.`;

await runCommand(USAGE, async () => {
  const { file, database } = readArguments();
  if (!existsSync(file)) throw new Failure(`${file} is not there.`);
  const backup = await openBackup(file);
  const report = (line: string) => console.log(line);

  if (database === "remote") await restoreThroughWrangler(backup, ["--remote"], report);
  else await restoreLocally(backup, database.dataDir, report);

  const rows = Object.values(backup.counts).reduce((sum, count) => sum + count, 0);
  console.log(`Restored: ${rows} rows in ${Object.keys(backup.counts).length} tables.`);
});
