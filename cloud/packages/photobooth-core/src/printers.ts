import { type AppDatabase, type Printer, printers } from "@repo/db-schema";
import { and, asc, eq, sql } from "drizzle-orm";

export class PrinterRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** The stored row; undefined when the id is another customer's. */
  async register(printer: Printer): Promise<Printer | undefined> {
    await upsertPrinter(this.#db, printer);
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

export function upsertPrinter(db: AppDatabase, printer: Printer) {
  return db
    .insert(printers)
    .values(printer)
    .onConflictDoUpdate({
      target: printers.id,
      set: {
        name: sql`excluded.name`,
        type: sql`excluded.type`,
        connection_type: sql`excluded.connection_type`,
        is_default: sql`excluded.is_default`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${printers.customer_id} = ${printer.customer_id} and ${printers.version} < ${printer.version}`,
    });
}
