import {
  type AppDatabase,
  type Payment,
  type PaymentMethod,
  type PaymentStatus,
  payments,
  webhookEvents,
} from "@repo/db-schema";
import { and, desc, eq, getTableColumns, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import type { SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import { statusesBefore } from "./payment-status.ts";
import { selectRows } from "./rows-as-json.ts";
import { firstVerification } from "./verification-times.ts";

/** What a booth says about a payment, and the fee and the expiry that the cloud adds. Amounts in rupiah. */
export interface NewPayment {
  id: string;
  customer_id: string;
  amount: number;
  platform_fee: number;
  method: PaymentMethod;
  session_id: string | null;
  created_at: string;
  voucher: string | null;
  /** Who tells of it. */
  booth_id: string;
  /** Until when a QRIS code can be paid. */
  expires_at?: string;
}

type Sale = Pick<Payment, "amount" | "method" | "voucher">;

export type PaymentRecording =
  | { outcome: "recorded" | "existing"; payment: Payment }
  | { outcome: "conflict" }
  | { outcome: "foreign" };

export interface PaymentCode {
  xendit_payment_id: string;
  qr_string: string;
  expires_at: string;
}

/** The news that moved a payment, remembered so that the same news is not acted on twice. */
export interface PaymentNews {
  id: string;
  event: string;
  received_at: string;
}

const MOST_LATE = 100;

const { verify_at: _, ...columns } = getTableColumns(payments);

/** Of a `Payment`. */
export const paymentColumns = columns;

export class PaymentRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  async record(candidate: NewPayment): Promise<PaymentRecording> {
    const [recorded] = await this.#db
      .insert(payments)
      .values(newPaymentRow(candidate))
      .onConflictDoNothing()
      .returning(paymentColumns);
    if (recorded) return { outcome: "recorded", payment: recorded };

    const stored = await this.findForAnyone(candidate.id);
    if (stored?.customer_id !== candidate.customer_id) return { outcome: "foreign" };
    return isSameSale(stored, candidate) ? { outcome: "existing", payment: stored } : { outcome: "conflict" };
  }

  /** Paid after they were cancelled or had expired, since `since`; the newest first, at most a hundred. */
  async listLate(customerId: string, since: string): Promise<Payment[]> {
    return await this.#db
      .select(paymentColumns)
      .from(payments)
      .where(
        // `paid_late` as it stands in the index that holds these few alone: a bound value would not find it.
        and(eq(payments.customer_id, customerId), sql`paid_late`, gte(payments.paid_at, since)),
      )
      .orderBy(desc(payments.paid_at), desc(payments.id))
      .limit(MOST_LATE);
  }

  async find(id: string, customerId: string): Promise<Payment | undefined> {
    const payment = await this.findForAnyone(id);
    return payment?.customer_id === customerId ? payment : undefined;
  }

  /** For news from Xendit, which knows payments and not customers. */
  async findForAnyone(id: string): Promise<Payment | undefined> {
    return await this.#db.select(paymentColumns).from(payments).where(eq(payments.id, id)).get();
  }

  /**
   * The first code stays. It is also kept where the payment was cancelled meanwhile, but money that came outranks it.
   * From now on it can be paid, and once its time is up Xendit is asked whether it was.
   */
  async attachCode(id: string, code: PaymentCode): Promise<void> {
    await this.#db
      .update(payments)
      .set({ ...code, verify_at: firstVerification(code.expires_at), version: nextVersion })
      .where(and(eq(payments.id, id), isNull(payments.qr_string), ne(payments.status, "completed")));
  }

  /** For a payment that has no code and whose time has passed. */
  async renewExpiry(id: string, expires_at: string): Promise<void> {
    await this.#db
      .update(payments)
      .set({ expires_at, version: nextVersion })
      .where(and(eq(payments.id, id), isNull(payments.qr_string), eq(payments.status, "pending")));
  }

  async fail(id: string, news?: PaymentNews): Promise<void> {
    await this.#move(id, "failed", {}, news);
  }

  /** Also after `failed`. Money that came after the end or the expiry is kept, and flagged. */
  async complete(
    id: string,
    { paid_at, xendit_payment_id }: { paid_at: string; xendit_payment_id: string },
    news?: PaymentNews,
  ): Promise<void> {
    const changes = {
      paid_at,
      verify_at: null,
      xendit_payment_id: sql`coalesce(${payments.xendit_payment_id}, ${xendit_payment_id})`,
      // Times have one form, so that their texts compare as they do.
      paid_late: sql`${payments.status} = 'failed' or coalesce(${payments.expires_at} < ${paid_at}, false)`,
    };
    await this.#move(id, "completed", changes, news);
  }

  async hasHeard(newsId: string): Promise<boolean> {
    const heard = await this.#db
      .select({ id: webhookEvents.id })
      .from(webhookEvents)
      .where(eq(webhookEvents.id, newsId))
      .get();
    return heard !== undefined;
  }

  async #move(
    id: string,
    status: PaymentStatus,
    changes: SQLiteUpdateSetSource<typeof payments>,
    news?: PaymentNews,
  ): Promise<void> {
    const move = this.#db
      .update(payments)
      .set({ ...changes, status, version: nextVersion })
      .where(and(eq(payments.id, id), inArray(payments.status, statusesBefore(status))));
    if (!news) {
      await move;
      return;
    }
    await this.#db.batch([move, rememberNews(this.#db, id, news)]);
  }
}

/** Goes into the same batch as what the news changed. */
export function rememberNews(db: AppDatabase, paymentId: string, news: PaymentNews) {
  return db
    .insert(webhookEvents)
    .values({ ...news, payment_id: paymentId })
    .onConflictDoNothing();
}

export const nextVersion = sql`${payments.version} + 1`;

/** The row of a payment that was just reported: cash and vouchers are money in hand, QRIS is a promise. */
export function newPaymentRow(payment: NewPayment): typeof payments.$inferInsert {
  return payment.method === "qris"
    ? { ...payment, status: "pending" }
    : { ...payment, status: "completed", paid_at: payment.created_at };
}

/** Payments that are there already stay as they are. */
export function insertPayments(db: AppDatabase, reported: readonly NewPayment[]) {
  return db
    .insert(payments)
    .select(selectRows(payments, reported.map(newPaymentRow)))
    .onConflictDoNothing();
}

export function isSameSale(stored: Sale, candidate: Sale): boolean {
  return (
    stored.amount === candidate.amount &&
    stored.method === candidate.method &&
    stored.voucher === candidate.voucher
  );
}
