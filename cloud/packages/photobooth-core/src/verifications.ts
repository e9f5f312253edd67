import { type AppDatabase, type Payment, type PaymentStatus, payments } from "@repo/db-schema";
import { and, asc, eq, lte, ne, sql } from "drizzle-orm";
import { paymentColumns } from "./payments.ts";
import type { NextVerification } from "./verification-times.ts";

/** Which payments Xendit is to be asked about, because their webhooks may have been lost. */
export class VerificationRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** Whose code could have been paid and whose turn it is, who waits longest first. */
  async listDue(now: Date, limit: number): Promise<Payment[]> {
    return await this.#db
      .select(paymentColumns)
      .from(payments)
      .where(lte(payments.verify_at, now.toISOString()))
      .orderBy(asc(payments.verify_at), asc(payments.id))
      .limit(limit);
  }

  /** Says how the payment stands. One that is completed needs no more asking, and stays as it is. */
  async putOff(id: string, { ended, unsettled }: NextVerification): Promise<PaymentStatus> {
    const [open] = await this.#db
      .update(payments)
      .set({ verify_at: sql`case ${payments.status} when 'failed' then ${ended} else ${unsettled} end` })
      .where(and(eq(payments.id, id), ne(payments.status, "completed")))
      .returning({ status: payments.status });
    return open?.status ?? "completed";
  }
}
