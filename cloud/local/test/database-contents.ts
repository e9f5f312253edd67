import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What Miniflare's database in `stores` holds, read by another SQLite: rows and a digest of each table, and the schema. */
export function readContents(stores: string) {
  const folder = join(stores, "d1/miniflare-D1DatabaseObject");
  const file = readdirSync(folder).find((name) => name.endsWith(".sqlite") && !name.startsWith("metadata"));
  return contentsOf(new DatabaseSync(join(folder, file ?? ""), { readOnly: true }));
}

export function contentsOf(sqlite: DatabaseSync) {
  const schema = sqlite
    .prepare(
      "select type, name, tbl_name, sql from sqlite_master where name not like '~_cf~_%' escape '~' order by type, name",
    )
    .all() as { type: string; name: string; tbl_name: string; sql: string }[];
  const tables = schema.filter(({ type }) => type === "table").map(({ name }) => name);
  return { schema, tables: Object.fromEntries(tables.map((name) => [name, digestOf(sqlite, name)])) };
}

/** Of every value in the order of the rows, with its type; of text the bytes, because it may be no valid UTF-8. */
function digestOf(sqlite: DatabaseSync, table: string) {
  const columns = sqlite.prepare(`select name from pragma_table_info('${table}')`).all();
  const values = columns.map(
    ({ name }) =>
      `typeof("${name}"), case when typeof("${name}") in ('text', 'blob') then hex("${name}") else "${name}" end`,
  );
  const rows = sqlite.prepare(`select ${values} from "${table}" order by rowid`);
  rows.setReadBigInts(true);
  rows.setReturnArrays(true);
  const hash = createHash("sha256");
  let count = 0;
  for (const row of rows.iterate() as Iterable<unknown[]>) {
    hash.update(`${row.map((value) => (Object.is(value, -0) ? "-0" : String(value))).join("\t")}\n`);
    count++;
  }
  return { count, digest: hash.digest("hex") };
}
