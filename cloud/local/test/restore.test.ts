import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openBackup } from "../backup/backup-file.ts";
import { storesIn, withStores } from "../backup/database.ts";
import { restoreThroughWrangler } from "../backup/restore-through-wrangler.ts";
import { runIn } from "./database-commands.ts";
import { contentsOf, readContents } from "./database-contents.ts";
import { fillDatabase } from "./filled-database.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "restore-test-"));
const inFolder = (name: string) => join(folder, name);
let original: ReturnType<typeof readContents>;

beforeAll(async () => {
  await withStores(storesIn(inFolder("original")), async ({ db }) => await fillDatabase(db, 100_000));
  original = readContents(storesIn(inFolder("original")));
  expect(await runIn(folder, "backup", "backup.sql", "--data", "original")).toMatchObject({ status: 0 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("100,000 rows of all tables, with every kind of value, are the same after a backup and a restore", async () => {
  const { status, said } = await runIn(folder, "restore", "backup.sql", "--data", "restored");
  expect({ status, said }).toMatchObject({ status: 0, said: expect.stringContaining("photos: 30000 rows") });
  expect(readContents(storesIn(inFolder("restored")))).toEqual(original);
  const rows = Object.values(original.tables).reduce((sum, { count }) => sum + count, 0);
  expect(rows).toBeGreaterThan(100_000);
  expect(Object.values(original.tables).every(({ count }) => count > 0)).toBe(true);
});

test("the backup is SQL that any SQLite reads, in statements of at most 100 KB", () => {
  const sql = readFileSync(inFolder("backup.sql"), "utf8");
  const sqlite = new DatabaseSync(":memory:", { enableForeignKeyConstraints: false });
  sqlite.exec(`begin; ${sql} commit;`);
  expect(contentsOf(sqlite)).toEqual(original);
  const longest = Math.max(...sql.split(/;\n/).map((statement) => statement.length));
  expect(longest).toBeLessThan(100_000);
});

// Without rows of megabytes: wrangler takes 45 s to split those into statements, which it does here and not at Cloudflare.
test("what wrangler is given for Cloudflare's database makes the same tables, in an empty database only", async () => {
  await withStores(storesIn(inFolder("small")), async ({ db }) => await fillDatabase(db, 2000, []));
  await runIn(folder, "backup", "small.sql", "--data", "small");
  const restore = async () =>
    await restoreThroughWrangler(
      await openBackup(inFolder("small.sql")),
      ["--local", "--persist-to", inFolder("wrangler")],
      () => undefined,
    );
  await restore();
  expect(readContents(inFolder("wrangler/v3"))).toEqual(readContents(storesIn(inFolder("small"))));
  await expect(restore()).rejects.toThrow("not empty");
});
