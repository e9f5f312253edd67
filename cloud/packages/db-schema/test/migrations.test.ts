import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as schema from "../src/index.ts";
import { createMockD1 } from "../src/mock.ts";

const RFC_TABLES = ["customers", "payments", "photos", "printers"];

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

/** What SQLite makes of the statements, with names of types in one case and indexes by what they hold. */
function describe(sql: string) {
  const sqlite = new DatabaseSync(":memory:");
  sqlite.exec(sql);
  const all = (query: string) => sqlite.prepare(query).all() as Record<string, string>[];
  return RFC_TABLES.map((table) => ({
    table,
    columns: all(`pragma table_xinfo(${table})`).map((column) => ({
      ...column,
      type: column.type?.toUpperCase(),
    })),
    foreignKeys: all(`pragma foreign_key_list(${table})`),
    unique: all(`pragma index_list(${table})`)
      .filter((index) => Number(index.unique) === 1)
      .map((index) => all(`pragma index_info('${index.name}')`).map(({ name }) => name))
      .sort(),
  }));
}

test("the first migration is RFC-007's schema exactly", () => {
  expect(describe(read("../migrations/photobooth/0000_rfc_007.sql"))).toEqual(describe(read("rfc-007.sql")));
});

test("every table of the schema has the columns that the migrations make", async () => {
  const d1 = createMockD1();
  for (const table of Object.values(schema).filter((value) => is(value, SQLiteTable))) {
    const { results } = await d1
      .prepare("select name from pragma_table_info(?)")
      .bind(getTableName(table))
      .all();
    const names = results.map(({ name }) => name).sort();
    expect(names).toEqual(Object.keys(getTableColumns(table)).sort());
  }
});

test("of what was open or had failed before, Xendit is asked about all that has a code", () => {
  const sqlite = new DatabaseSync(":memory:");
  const names = readdirSync(new URL("../migrations/photobooth/", import.meta.url)).sort();
  const last = names.indexOf("0006_verify_payments.sql");
  const migrate = (from: number, to: number) => {
    for (const name of names.slice(from, to)) sqlite.exec(read(`../migrations/photobooth/${name}`));
  };
  migrate(0, last);
  sqlite.exec("pragma foreign_keys = off");
  const insert = sqlite.prepare(
    "insert into payments (id, customer_id, amount, platform_fee, status, method, xendit_payment_id, expires_at) values (?, 'c', 1, 0, ?, ?, ?, 'T')",
  );
  insert.run("open", "pending", "qris", "pr-1");
  insert.run("over", "failed", "qris", "pr-2");
  insert.run("paid", "completed", "qris", "pr-3");
  insert.run("without code", "failed", "qris", null);
  insert.run("voucher", "failed", "voucher", null);
  migrate(last, last + 1);
  const asked = sqlite.prepare("select id, verify_at from payments where verify_at is not null order by id");
  expect(asked.all()).toEqual([
    { id: "open", verify_at: "T" },
    { id: "over", verify_at: "T" },
  ]);
});
