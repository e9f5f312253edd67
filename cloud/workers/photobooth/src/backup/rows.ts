import { literalOf, octetsOf, quoteName, shortLiteralOf } from "./literals.ts";
import { completeLongRow, longColumnLimit } from "./long-rows.ts";
import type { Table } from "./schema.ts";
import { LONG_ROW_OCTETS, Statement } from "./statement.ts";

/** A page ends at whichever comes first: so many rows, or so many bytes as `pageOctetsOf` says. */
const PAGE_ROWS = 5000;

/**
 * A page is one D1 query, of which an invocation may make 1,000 (50 on the free plan), and V8 lets the garbage of many
 * pages pile up: pages are small, and larger only where the database is. About 900 MB of rows can be backed up.
 */
export function pageOctetsOf(databaseBytes: number): number {
  return Math.min(1_000_000, Math.max(250_000, Math.ceil(databaseBytes / 500)));
}

interface Row {
  /** As text: a rowid may be beyond 2^53. */
  at: string;
  octets: number;
  literal: string;
}

/** Yields INSERT statements, and returns how many rows they hold. Rows that come meanwhile are next week's: there may be no end of them. */
export async function* readRows(
  db: D1Database,
  table: Table,
  pageOctets: number,
): AsyncGenerator<string, number> {
  const page = db.prepare(pageQuery(table, pageOctets));
  const statement = new Statement(table);
  const until = await lastRowOf(db, table);
  let count = 0;
  for (let last = "-9223372036854775808"; last !== until; ) {
    const { results: rows } = await page.bind(last, until).all<Row>();
    const end = rows.at(-1);
    if (!end) break;
    for (const row of rows) {
      if (statement.isFullFor(row.literal)) yield statement.take();
      statement.add(row.literal);
      if (row.octets <= LONG_ROW_OCTETS) continue;
      yield statement.take();
      yield* completeLongRow(db, table, row.at);
    }
    count += rows.length;
    last = end.at;
  }
  if (!statement.isEmpty) yield statement.take();
  return count;
}

async function lastRowOf(db: D1Database, { name }: Table): Promise<string | null> {
  return await db
    .prepare(`select cast(max(rowid) as text) as at from ${quoteName(name)}`)
    .first<string>("at");
}

/** The sizes are added up first, so that a page's text never grows beyond its limit and one row. */
function pageQuery({ name, columns }: Table, pageOctets: number): string {
  const quoted = columns.map((column) => `t.${quoteName(column)}`);
  const limit = longColumnLimit(columns);
  const literals = (literal: (column: string) => string) => quoted.map(literal).join(` || ', ' || `);
  return `with sized as (
      select t.rowid as at, ${quoted.map(octetsOf).join(" + ")} as octets
      from ${quoteName(name)} as t where t.rowid > cast(?1 as integer) and t.rowid <= cast(?2 as integer)
      order by t.rowid limit ${PAGE_ROWS}
    ), page as (select at, octets, sum(octets) over (order by at) as total from sized)
    select cast(page.at as text) as at, page.octets, '(' || case when page.octets <= ${LONG_ROW_OCTETS}
      then ${literals(literalOf)} else ${literals((column) => shortLiteralOf(column, limit))} end || ')' as literal
    from page join ${quoteName(name)} as t on t.rowid = page.at
    where page.total - page.octets < ${pageOctets} order by page.at`;
}
