import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { storesIn, withStores } from "../backup/database.ts";
import { fillDatabase } from "./filled-database.ts";

/** For the bench: `fill DIR ROWS` makes a local cloud's database, `fetch DIR FILE` copies its newest backup to FILE. */
const [verb, dataDir = "", argument = ""] = process.argv.slice(2);
await withStores(storesIn(dataDir), async ({ db, assets }) => {
  if (verb === "fill") return await fillDatabase(db, Number(argument));
  const backup = await assets.get("backups/db-backup.sql");
  if (!backup) throw new Error("there is no backup");
  await pipeline(Readable.fromWeb(backup.body), createWriteStream(argument));
});
