const PAGE_ROWS = 500;

interface SchemaEntry {
  type: "table" | "index";
  name: string;
  sql: string;
}

/** The whole database as SQL that rebuilds it. Paged, because D1's `dump()` is for its alpha databases only. */
export async function writeSql(db: D1Database): Promise<string> {
  const { results: schema } = await db
    .prepare(
      `select type, name, sql from sqlite_master
       where type in ('table', 'index') and sql is not null and name not like 'sqlite~_%' escape '~' and name not like '~_cf~_%' escape '~'
       order by type desc, rowid`,
    )
    .all<SchemaEntry>();
  const lines = ["PRAGMA defer_foreign_keys = on;", ...schema.map(({ sql }) => `${sql};`)];
  for (const { name } of schema.filter(({ type }) => type === "table"))
    lines.push(...(await writeRows(db, name)));
  return `${lines.join("\n")}\n`;
}

async function writeRows(db: D1Database, table: string): Promise<string[]> {
  const { results: columns } = await db
    .prepare("select name from pragma_table_info(?)")
    .bind(table)
    .all<{ name: string }>();
  const values = columns.map(({ name }) => `quote("${name}")`).join(` || ', ' || `);
  const page = db.prepare(
    `select rowid, ${values} as quoted from "${table}" where rowid > ? order by rowid limit ${PAGE_ROWS}`,
  );

  const lines: string[] = [];
  for (let last = 0; ; ) {
    const { results: rows } = await page.bind(last).all<{ rowid: number; quoted: string }>();
    lines.push(...rows.map(({ quoted }) => `INSERT INTO "${table}" VALUES (${quoted});`));
    const end = rows.at(-1);
    if (!end || rows.length < PAGE_ROWS) return lines;
    last = end.rowid;
  }
}
