import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/**
 * For `insert … select`: all the rows in one statement and one bound parameter, however many there are. D1 counts
 * statements in an invocation, and parameters in a statement. `where` may name the first column as `value ->> 0`.
 */
export function selectRows<Table extends SQLiteTable>(
  table: Table,
  rows: readonly Table["$inferInsert"][],
  where: SQL = sql`true`,
): SQL {
  const columns = Object.entries(getTableColumns(table));
  const values = rows.map((row: Record<string, unknown>) =>
    columns.map(([name, column]) => {
      const value = row[name] === undefined ? column.default : row[name];
      return value == null ? null : column.mapToDriverValue(value);
    }),
  );
  const fields = columns.map((_, index) => sql.raw(`value ->> ${index}`));
  return sql`select ${sql.join(fields, sql`, `)} from json_each(${JSON.stringify(values)}) where ${where}`;
}
