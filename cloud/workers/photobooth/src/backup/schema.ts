/** SQLite makes it by itself, with a row for each table that uses AUTOINCREMENT. */
export const SEQUENCE = "sqlite_sequence";

export interface Table {
  name: string;
  columns: string[];
}

type TableWithParents = Table & { parents: string[] };

/** What was done before is read before the rows it was done to, so that a backup never knows an event and not its effect. */
const READ_FIRST = ["applied_events", "webhook_events"];

interface Entry {
  type: "table" | "index" | "view" | "trigger";
  name: string;
  sql: string;
}

export interface Schema {
  /** In the order in which rows are read: each table before those that its foreign keys name. */
  tables: Table[];
  /** What makes the tables, and what makes the rest, in the order in which it was made. */
  made: { tables: Entry[]; others: Entry[] };
  databaseBytes: number;
}

export async function readSchema(db: D1Database): Promise<Schema> {
  const { results: entries, meta } = await db
    .prepare(
      `select type, name, sql from sqlite_master
       where sql is not null and name not like 'sqlite~_%' escape '~' and name not like '~_cf~_%' escape '~'
       order by rowid`,
    )
    .all<Entry>();
  const tables = new Map<string, TableWithParents>();
  for (const { type, name } of entries)
    if (type === "table") tables.set(name, { name, ...(await describe(db, name)) });

  return {
    databaseBytes: meta.size_after,
    tables: [...childrenFirst(tables), ...(await readSequence(db))],
    made: {
      tables: entries.filter(({ type }) => type === "table"),
      others: entries.filter(({ type }) => type !== "table"),
    },
  };
}

function childrenFirst(tables: Map<string, TableWithParents>): Table[] {
  const parentsFirst: Table[] = [];
  const waiting = new Map(tables);
  const others = [...tables.keys()].filter((name) => !READ_FIRST.includes(name)).sort();
  for (const name of [...others, ...READ_FIRST]) placeAfterParents(name, waiting, parentsFirst);
  return parentsFirst.reverse();
}

function placeAfterParents(name: string, waiting: Map<string, TableWithParents>, placed: Table[]): void {
  const table = waiting.get(name);
  if (!table) return;
  waiting.delete(name);
  for (const parent of table.parents) placeAfterParents(parent, waiting, placed);
  placed.push(table);
}

async function describe(db: D1Database, table: string) {
  const { results } = await db
    .prepare(
      `select 'column' as kind, name from pragma_table_info(?1)
       union all select 'parent', "table" from pragma_foreign_key_list(?1)`,
    )
    .bind(table)
    .all<{ kind: "column" | "parent"; name: string }>();
  const named = (kind: string) => results.filter((row) => row.kind === kind).map((row) => row.name);
  return { columns: named("column"), parents: named("parent") };
}

/** The highest ids ever given by AUTOINCREMENT, which may be higher than those of the rows that are left. */
async function readSequence(db: D1Database): Promise<Table[]> {
  const found = await db.prepare("select 1 from sqlite_master where name = ?").bind(SEQUENCE).first();
  return found ? [{ name: SEQUENCE, columns: ["name", "seq"] }] : [];
}
