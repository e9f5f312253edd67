import { octetsOf, quoteName } from "./literals.ts";
import type { Table } from "./schema.ts";
import { LONG_ROW_OCTETS } from "./statement.ts";

/** Half of what D1 lets a value have, because in hexadecimal it is twice as long. */
const READ_OCTETS = 900_000;
const PIECE_CHARACTERS = 90_000;

/** Values beyond this are left out of a long row's INSERT and follow in pieces. */
export function longColumnLimit(columns: string[]): number {
  return Math.floor(LONG_ROW_OCTETS / columns.length);
}

/** A row may have 2 MB and a statement 100 KB: UPDATE statements append what the INSERT left out. */
export async function* completeLongRow(db: D1Database, table: Table, at: string): AsyncGenerator<string> {
  for (const column of table.columns) {
    const found = await db
      .prepare(
        `select typeof(${quoteName(column)}) as type, ${octetsOf(quoteName(column))} as octets
         from ${quoteName(table.name)} where rowid = cast(?1 as integer)`,
      )
      .bind(at)
      .first<{ type: string; octets: number }>();
    if (!found || found.octets <= longColumnLimit(table.columns)) continue;
    for (let from = 1; from <= found.octets; from += READ_OCTETS)
      yield* append(table.name, column, found.type, await readHex(db, table.name, column, at, from));
  }
}

/** The row that was inserted last has the highest rowid, because rows are written in the order of theirs. */
function* append(table: string, column: string, type: string, hex: string): Generator<string> {
  const [into, name] = [quoteName(table), quoteName(column)];
  for (let from = 0; from < hex.length; from += PIECE_CHARACTERS) {
    const piece = `X'${hex.slice(from, from + PIECE_CHARACTERS)}'`;
    yield `UPDATE ${into} SET ${name} = CAST(${name} || ${piece} AS ${type}) WHERE rowid = (SELECT max(rowid) FROM ${into});\n`;
  }
}

async function readHex(
  db: D1Database,
  table: string,
  column: string,
  at: string,
  from: number,
): Promise<string> {
  const name = quoteName(column);
  const row = await db
    .prepare(
      `select hex(substr(cast(${name} as blob), ?2, ${READ_OCTETS})) as hex
       from ${quoteName(table)} where rowid = cast(?1 as integer)`,
    )
    .bind(at, from)
    .first<{ hex: string }>();
  return row?.hex ?? "";
}
