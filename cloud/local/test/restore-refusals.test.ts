import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { storesIn, withStores } from "../backup/database.ts";
import { runIn } from "./database-commands.ts";
import { readContents } from "./database-contents.ts";
import { fillDatabase } from "./filled-database.ts";

const folder = mkdtempSync(join(tmpdir(), "restore-refusals-test-"));
const backup = join(folder, "backup.sql");
const contentsOf = (name: string) => readContents(storesIn(join(folder, name)));
const write = (name: string, contents: string | Buffer) => writeFileSync(join(folder, name), contents);

beforeAll(async () => {
  await withStores(storesIn(join(folder, "original")), async ({ db }) => await fillDatabase(db, 2000));
  expect(await runIn(folder, "backup", "backup.sql", "--data", "original")).toMatchObject({ status: 0 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function expectRefusal(file: string, into: string, words: string): Promise<void> {
  const { status, said } = await runIn(folder, "restore", file, "--data", into);
  expect({ status, said }).toMatchObject({ status: 1, said: expect.stringContaining(words) });
}

test("a database that has tables is refused, and stays as it is", async () => {
  const before = contentsOf("original");
  await expectRefusal("backup.sql", "original", "is not empty");
  expect(contentsOf("original")).toEqual(before);
});

test.each([
  ["in a row", 4_000_000],
  ["in the last line", -10],
  ["before its last line feed", -1],
])("a file that was cut off %s is refused before anything is written", async (_, at) => {
  write("cut.sql", readFileSync(backup).subarray(0, at));
  await expectRefusal("cut.sql", "from-cut", "was cut off");
  expect(() => contentsOf("from-cut")).toThrow("ENOENT");
});

test("a backup that lacks a row is refused, and the database stays empty", async () => {
  const lines = readFileSync(backup, "utf8").split("\n");
  lines.splice(lines.indexOf("-- rows deleted_photos") + 2, 1);
  write("damaged.sql", lines.join("\n"));
  await expectRefusal("damaged.sql", "from-damaged", "should have 160 rows and has 159");
  expect(() => contentsOf("from-damaged")).toThrow("ENOENT");
});

test("a file that is no backup, and one that is not there, are refused", async () => {
  write("other.sql", "CREATE TABLE customers (id);\n-- end {}\n");
  await expectRefusal("other.sql", "from-other", "is no backup");
  await expectRefusal("nothing.sql", "from-nothing", "is not there");
});

test("a backup of a folder without a cloud is refused, and makes none", async () => {
  const { status, said } = await runIn(folder, "backup", "nothing.sql", "--data", "nothing");
  expect({ status, said }).toMatchObject({ status: 1, said: expect.stringContaining("no local cloud") });
});

test.each([
  "restore",
  "restore backup.sql",
  "restore backup.sql --data x --remote",
  "restore backup.sql --nothing",
  "backup backup.sql",
  "backup backup.sql --remote",
])("db:%s is wrong use", async (line) => {
  const [command, ...args] = line.split(" ");
  const { status, said } = await runIn(folder, command === "backup" ? "backup" : "restore", ...args);
  expect({ status, said }).toMatchObject({ status: 2, said: expect.stringContaining("usage: npm run db:") });
});
