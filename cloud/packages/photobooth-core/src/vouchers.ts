import { type AppDatabase, payments } from "@repo/db-schema";
import { sql } from "drizzle-orm";

/** A completed payment by voucher. `uses` counts the voucher's completed payments: over 1 it was used twice. */
export interface VoucherUse {
  voucher: string;
  payment_id: string;
  session_id: string | null;
  used_at: string;
  uses: number;
}

export interface VoucherUsedTwice {
  voucher: string;
  /** All of them, in the order in which they arrived. */
  payment_ids: string[];
}

/** More than a customer who looks into it would want to read. */
const MOST_USED_TWICE = 1000;

export class VoucherRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /**
   * Uses that arrived after that of the payment `after`, in the order in which they arrived: a booth may tell of one
   * weeks after it was paid. D1 has one writer and payments are never deleted, so that a row that comes later has a
   * higher rowid. A payment that is not there (a database that was restored from before it) is before all.
   */
  async usedAfter(customerId: string, after: string | undefined, limit: number): Promise<VoucherUse[]> {
    return await this.#db.all<VoucherUse>(sql`
      select voucher, id as payment_id, session_id, paid_at as used_at, (
        select count(*) from payments other
        where other.customer_id = p.customer_id and other.voucher = p.voucher and other.status = 'completed'
      ) as uses
      from payments p
      where customer_id = ${customerId} and voucher is not null and status = 'completed' and rowid > coalesce(
        (select rowid from payments where id = ${after ?? ""} and customer_id = ${customerId}), 0)
      order by rowid limit ${limit}`);
  }
}

/** Of the vouchers that paid in [`from`, `to`) those that also paid another time, whenever that was. */
export async function vouchersUsedTwice(
  db: AppDatabase,
  customerId: string,
  from: string,
  to: string,
): Promise<VoucherUsedTwice[]> {
  const own = sql`customer_id = ${customerId} and voucher is not null and status = 'completed'`;
  const uses = await db.all<{ voucher: string; id: string }>(sql`
    select voucher, id from ${payments} where ${own} and voucher in (
      select voucher from ${payments} where ${own} and voucher in (
        select voucher from ${payments} where ${own} and paid_at >= ${from} and paid_at < ${to})
      group by voucher having count(*) > 1 order by voucher limit ${MOST_USED_TWICE})
    order by voucher, rowid`);
  const found = Map.groupBy(uses, ({ voucher }) => voucher);
  return [...found].map(([voucher, those]) => ({ voucher, payment_ids: those.map(({ id }) => id) }));
}
