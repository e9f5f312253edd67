import { pageOctetsOf, readRows } from "./rows.ts";
import { readSchema, SEQUENCE } from "./schema.ts";

/**
 * The whole database as SQL that rebuilds it, in pieces of at most a few hundred kilobytes. Paged, because D1's
 * `dump()` is for its alpha databases only. The last line says how many rows of each table there are: a file without
 * it was cut off.
 *
 * Booths write while it is read, so the rows are no snapshot. Children are read before their parents: a parent that a
 * row names was there before the row and is never deleted, so it is still there when its own table is read.
 */
export async function* dump(db: D1Database, at: Date): AsyncGenerator<string> {
  const { tables, made, databaseBytes } = await readSchema(db);
  yield `-- photobooth-db, backup of ${at.toISOString()}\nPRAGMA defer_foreign_keys = on;\n`;
  for (const { name, sql } of made.tables) yield `-- schema ${name}\n${sql};\n`;

  const counts: Record<string, number> = {};
  for (const table of tables) {
    yield `-- rows ${table.name}\n`;
    if (table.name === SEQUENCE) yield `DELETE FROM ${SEQUENCE};\n`;
    counts[table.name] = yield* readRows(db, table, pageOctetsOf(databaseBytes));
  }

  // After the rows: an index is made faster from rows that are there, and a trigger must not fire for them.
  for (const { name, sql } of made.others) yield `-- schema ${name}\n${sql};\n`;
  yield `-- end ${JSON.stringify(counts)}\n`;
}
