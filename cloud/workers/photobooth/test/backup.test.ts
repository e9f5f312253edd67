import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { WEEKLY_BACKUP } from "../src/crons.ts";
import { newId, TestBooth } from "./booth.ts";
import { runCron } from "./scheduled.ts";
import { watchedDatabase } from "./watched-database.ts";

const NEWEST = "backups/db-backup.sql";
const dated = (date: string) => `backups/db-backup-${date}.sql`;
const backUp = (date: string, changes = {}) => runCron(WEEKLY_BACKUP, `${date}T19:00:00.000Z`, changes);
const read = async (key: string) => await (await env.ASSETS.get(key))?.text();

/** What the values of a backup's rows of `table` start with, two a row. */
function rowsOf(sql: string, table: string): string[][] {
  const [, section = ""] = sql.split(`-- rows ${table}\n`);
  return [...(section.split("\n-- ")[0] ?? "").matchAll(/^\('([^']+)', '([^']+)'/gm)].map((row) =>
    row.slice(1),
  );
}

test("the weekly backup is kept under RFC-007's name and under its date", async () => {
  const booth = await TestBooth.register();
  await backUp("2026-08-02");
  const sql = await read(NEWEST);
  expect(sql).toContain(booth.customerId);
  expect(await read(dated("2026-08-02"))).toBe(sql);
});

test("rows that are written meanwhile never lack their parents in the backup", async () => {
  const written: string[] = [];
  const DB = watchedDatabase(async () => {
    const booth = await TestBooth.register();
    await booth.post("/api/payments", booth.payment({ method: "cash" }));
    await booth.post("/api/photos", booth.photo());
    written.push(booth.customerId);
  });
  await backUp("2026-08-09", { DB });
  const sql = (await read(NEWEST)) ?? "";
  const customers = rowsOf(sql, "customers").map(([id]) => id);
  const children = ["payments", "photos", "booths"].flatMap((table) => rowsOf(sql, table));
  expect(children.filter(([, customer]) => written.includes(customer ?? "")).length).toBeGreaterThan(0);
  expect(children.filter(([, customer]) => !customers.includes(customer))).toEqual([]);
});

test("a backup that fails after its first part leaves the one before as it was, and nothing of its own", async () => {
  await backUp("2026-08-16");
  const before = await read(NEWEST);
  const big = env.DB.prepare("insert into webhook_events values (?, zeroblob(1500000), 'p', '2026')");
  const ids = [newId(), newId(), newId()];
  await env.DB.batch(ids.map((id) => big.bind(id)));
  const DB = watchedDatabase(async (query) => {
    if (query.includes('"customers"')) throw new Error("the database went away");
  });
  await expect(backUp("2026-08-23", { DB })).rejects.toThrow("went away");
  expect(await read(NEWEST)).toBe(before);
  expect(await env.ASSETS.head(dated("2026-08-23"))).toBeNull();

  await backUp("2026-08-30");
  const etag = (await env.ASSETS.head(dated("2026-08-30")))?.etag;
  expect(etag).toMatch(/-[2-9]$/); // so many parts
  expect(await read(NEWEST)).toMatch(/\n-- end \{[^\n]+\}\n$/);
  await env.DB.batch(ids.map((id) => env.DB.prepare("delete from webhook_events where id = ?").bind(id)));
});

test("dated copies are kept for twelve weeks, and what is no dated copy for ever", async () => {
  const others = ["backups/db-backup-by-hand.sql", "backups/notes.txt"];
  const old = ["2025-01-05", "2026-06-13"].map(dated);
  const kept = ["2026-06-14", "2026-08-30"].map(dated);
  for (const key of [...others, ...old, ...kept]) await env.ASSETS.put(key, "");
  await backUp("2026-09-06");
  const { objects } = await env.ASSETS.list({ prefix: "backups/" });
  const keys = objects.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([...others, ...kept, dated("2026-09-06"), NEWEST]));
  expect(keys.filter((key) => old.includes(key))).toEqual([]);
});

test("old copies stay when there is no new one", async () => {
  await env.ASSETS.put(dated("2025-01-12"), "");
  const DB = watchedDatabase(async () => {
    throw new Error("the database went away");
  });
  await expect(backUp("2026-09-13", { DB })).rejects.toThrow("went away");
  expect(await env.ASSETS.head(dated("2025-01-12"))).not.toBeNull();
});

test("a trigger that nobody knows fails", async () => {
  await expect(runCron("* * * * *", "2026-09-06T00:00:00.000Z")).rejects.toThrow("No job");
});
