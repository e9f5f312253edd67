import { env } from "cloudflare:workers";

/** The real D1; `beforePage` is called before each page of rows that a backup reads, with the query. */
export function watchedDatabase(beforePage: (query: string) => Promise<void>): D1Database {
  const watch = (query: string, statement: D1PreparedStatement): D1PreparedStatement =>
    ({
      bind: (...values: unknown[]) => watch(query, statement.bind(...values)),
      first: (column: string) => (column ? statement.first(column) : statement.first()),
      all: async () => {
        if (query.includes("as literal")) await beforePage(query);
        return await statement.all();
      },
    }) as unknown as D1PreparedStatement;
  return { prepare: (query: string) => watch(query, env.DB.prepare(query)) } as D1Database;
}
