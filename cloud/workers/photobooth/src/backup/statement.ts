import { quoteName } from "./literals.ts";
import type { Table } from "./schema.ts";

/** D1 takes statements of up to 100 KB; the rest is for names and for the literals' quotes. */
const MAX_STATEMENT = 95_000;

/** A longer row might not fit in a statement, because its literals have up to twice as many characters. */
export const LONG_ROW_OCTETS = 40_000;

/** An INSERT of as many rows as a statement may hold, one on a line. */
export class Statement {
  readonly #head: string;
  #rows: string[] = [];
  #length = 0;

  constructor({ name, columns }: Table) {
    this.#head = `INSERT INTO ${quoteName(name)} (${columns.map(quoteName).join(", ")}) VALUES\n`;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  isFullFor(row: string): boolean {
    return !this.isEmpty && this.#head.length + this.#length + row.length + 2 > MAX_STATEMENT;
  }

  add(row: string): void {
    this.#rows.push(row);
    this.#length += row.length + 2;
  }

  take(): string {
    const sql = `${this.#head}${this.#rows.join(",\n")};\n`;
    this.#rows = [];
    this.#length = 0;
    return sql;
  }
}
