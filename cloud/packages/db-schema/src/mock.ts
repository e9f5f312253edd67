import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { D1Database } from "@cloudflare/workers-types";

const MIGRATIONS = new URL("../migrations/photobooth/", import.meta.url);

/** D1 in memory with all migrations applied, as far as Drizzle uses it: for tests of repositories without workerd. */
export function createMockD1(): D1Database {
  const sqlite = new DatabaseSync(":memory:");
  for (const name of readdirSync(MIGRATIONS).sort())
    if (name.endsWith(".sql")) sqlite.exec(readFileSync(new URL(name, MIGRATIONS), "utf8"));
  return new MockD1(sqlite) as unknown as D1Database;
}

class MockD1 {
  readonly #sqlite: DatabaseSync;

  constructor(sqlite: DatabaseSync) {
    this.#sqlite = sqlite;
  }

  prepare(query: string): MockStatement {
    return new MockStatement(this.#sqlite, query, []);
  }

  /** One transaction, as in D1. */
  async batch(statements: MockStatement[]) {
    this.#sqlite.exec("begin");
    try {
      const results = [];
      for (const statement of statements) results.push(await statement.all());
      this.#sqlite.exec("commit");
      return results;
    } catch (error) {
      this.#sqlite.exec("rollback");
      throw error;
    }
  }
}

class MockStatement {
  readonly #sqlite: DatabaseSync;
  readonly #query: string;
  readonly #values: SQLInputValue[];

  constructor(sqlite: DatabaseSync, query: string, values: SQLInputValue[]) {
    this.#sqlite = sqlite;
    this.#query = query;
    this.#values = values;
  }

  bind(...values: SQLInputValue[]): MockStatement {
    return new MockStatement(this.#sqlite, this.#query, values);
  }

  async all() {
    return { success: true, meta: {}, results: this.#sqlite.prepare(this.#query).all(...this.#values) };
  }

  async run() {
    return await this.all();
  }

  async raw() {
    const statement = this.#sqlite.prepare(this.#query);
    statement.setReturnArrays(true);
    return statement.all(...this.#values);
  }
}
