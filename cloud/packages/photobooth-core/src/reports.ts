import { type AppDatabase, type PaymentMethod, type PrintStatus, payments, photos } from "@repo/db-schema";
import { type SQL, sql } from "drizzle-orm";
import { type VoucherUsedTwice, vouchersUsedTwice } from "./vouchers.ts";

/** Whose takings, and when they were paid: from `from` on, before `to`. */
export interface ReportScope {
  customerId: string;
  /** One booth's alone. */
  boothId?: string | undefined;
  from: string;
  to: string;
}

/** Of completed payments by one method. Amounts in rupiah; what was refunded is among the others, too. */
export interface Takings {
  count: number;
  amount: number;
  platform_fee: number;
  refunded_count: number;
  refunded_amount: number;
}

export interface Report {
  methods: Record<PaymentMethod, Takings>;
  /** Of all the methods: what was paid after it was cancelled or had expired. */
  late: Pick<Takings, "count" | "amount">;
  /** All of the customer's, because a voucher is used twice at two booths as a rule. */
  vouchers_used_twice: VoucherUsedTwice[];
  photos: Record<PrintStatus, number>;
}

type MethodRow = Takings & { method: PaymentMethod; late_count: number; late_amount: number };

const NOTHING: Takings = { count: 0, amount: 0, platform_fee: 0, refunded_count: 0, refunded_amount: 0 };

export class ReportRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  async read(scope: ReportScope): Promise<Report> {
    const { customerId, from, to } = scope;
    const rows = await this.#db.all<MethodRow>(takingsIn(scope));
    const counts = await this.#db.all<{ print_status: PrintStatus; count: number }>(photosIn(scope));
    return {
      methods: {
        qris: takings(rows, "qris"),
        cash: takings(rows, "cash"),
        voucher: takings(rows, "voucher"),
      },
      late: {
        count: rows.reduce((sum, { late_count }) => sum + late_count, 0),
        amount: rows.reduce((sum, { late_amount }) => sum + late_amount, 0),
      },
      vouchers_used_twice: await vouchersUsedTwice(this.#db, customerId, from, to),
      photos: {
        pending: 0,
        printing: 0,
        completed: 0,
        failed: 0,
        ...Object.fromEntries(counts.map(({ print_status, count }) => [print_status, count])),
      },
    };
  }
}

function takings(rows: MethodRow[], method: PaymentMethod): Takings {
  const found = rows.find((row) => row.method === method);
  if (!found) return NOTHING;
  const { count, amount, platform_fee, refunded_count, refunded_amount } = found;
  return { count, amount, platform_fee, refunded_count, refunded_amount };
}

function takingsIn({ customerId, boothId, from, to }: ReportScope): SQL {
  const ofBooth = boothId === undefined ? sql`true` : sql`booth_id = ${boothId}`;
  return sql`
    select method, count(*) as count, sum(amount) as amount, sum(platform_fee) as platform_fee,
      count(*) filter (where refund_status = 'succeeded') as refunded_count,
      coalesce(sum(amount) filter (where refund_status = 'succeeded'), 0) as refunded_amount,
      count(*) filter (where paid_late) as late_count,
      coalesce(sum(amount) filter (where paid_late), 0) as late_amount
    from ${payments}
    where customer_id = ${customerId} and status = 'completed' and paid_at >= ${from} and paid_at < ${to}
      and ${ofBooth}
    group by method`;
}

/** Taken in that time, as far as they are still kept. A booth's are those of the sessions that were paid there. */
function photosIn({ customerId, boothId, from, to }: ReportScope): SQL {
  const ofBooth =
    boothId === undefined
      ? sql`true`
      : sql`exists (select 1 from ${payments} p where p.session_id = ${photos}.session_id and p.booth_id = ${boothId})`;
  return sql`
    select print_status, count(*) as count from ${photos}
    where customer_id = ${customerId} and created_at >= ${from} and created_at < ${to} and ${ofBooth}
    group by print_status`;
}
