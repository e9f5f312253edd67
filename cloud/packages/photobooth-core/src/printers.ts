import { type AppDatabase, type Printer, printers } from "@repo/db-schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { selectRows } from "./rows-as-json.ts";

export class PrinterRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** The stored row; undefined when the id is another customer's. */
  async register(printer: Printer): Promise<Printer | undefined> {
    await upsertPrinters(this.#db, [printer]);
    return await this.#db
      .select()
      .from(printers)
      .where(and(eq(printers.id, printer.id), eq(printers.customer_id, printer.customer_id)))
      .get();
  }

  async list(customerId: string): Promise<Printer[]> {
    return await this.#db
      .select()
      .from(printers)
      .where(eq(printers.customer_id, customerId))
      .orderBy(asc(printers.created_at), asc(printers.id));
  }
}

export function upsertPrinters(db: AppDatabase, rows: readonly Printer[]) {
  return db
    .insert(printers)
    .select(selectRows(printers, rows))
    .onConflictDoUpdate({
      target: printers.id,
      set: {
        name: sql`excluded.name`,
        type: sql`excluded.type`,
        connection_type: sql`excluded.connection_type`,
        is_default: sql`excluded.is_default`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${printers.customer_id} = excluded.customer_id and ${printers.version} < excluded.version`,
    });
}
