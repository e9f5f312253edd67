import { type AppDatabase, payments, type RefundStatus } from "@repo/db-schema";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import { nextVersion, type PaymentNews, rememberNews } from "./payments.ts";

/** Money that went back outranks everything: a refund that failed may still turn out to have succeeded, never the reverse. */
const BEFORE: Record<RefundStatus, RefundStatus[]> = {
  pending: [],
  failed: ["pending"],
  succeeded: ["pending", "failed"],
};

/** Where giving a QRIS payment back stands. A payment is given back whole, and once. */
export class RefundRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** Written before Xendit is asked, so that a crash in between is made up for by asking again. */
  async begin(id: string): Promise<void> {
    await this.#move(id, "pending", {});
  }

  async attach(id: string, xendit_refund_id: string): Promise<void> {
    await this.#db
      .update(payments)
      .set({ xendit_refund_id, version: nextVersion })
      .where(
        and(eq(payments.id, id), eq(payments.refund_status, "pending"), isNull(payments.xendit_refund_id)),
      );
  }

  /** Also after `failed`, and where nobody here remembers having asked: the money is back either way. */
  async succeed(
    id: string,
    { xendit_refund_id, refunded_at }: { xendit_refund_id: string; refunded_at: string },
    news?: PaymentNews,
  ): Promise<void> {
    await this.#move(id, "succeeded", { ...refundId(xendit_refund_id), refunded_at }, news);
  }

  /** Without an id where Xendit refused to begin. */
  async fail(id: string, xendit_refund_id?: string, news?: PaymentNews): Promise<void> {
    await this.#move(id, "failed", xendit_refund_id === undefined ? {} : refundId(xendit_refund_id), news);
  }

  async #move(
    id: string,
    status: RefundStatus,
    changes: SQLiteUpdateSetSource<typeof payments>,
    news?: PaymentNews,
  ): Promise<void> {
    const move = this.#db
      .update(payments)
      .set({ ...changes, refund_status: status, version: nextVersion })
      .where(
        and(
          eq(payments.id, id),
          eq(payments.method, "qris"),
          eq(payments.status, "completed"),
          or(isNull(payments.refund_status), inArray(payments.refund_status, BEFORE[status])),
        ),
      );
    if (news) await this.#db.batch([move, rememberNews(this.#db, id, news)]);
    else await move;
  }
}

function refundId(xendit_refund_id: string): SQLiteUpdateSetSource<typeof payments> {
  return { xendit_refund_id: sql`coalesce(${payments.xendit_refund_id}, ${xendit_refund_id})` };
}
