import { type AppDatabase, customers, type PaymentMethod, payments } from "@repo/db-schema";
import { and, asc, eq } from "drizzle-orm";

/** What was paid for a session. Amounts in rupiah. */
export interface Receipt {
  /** As the booth prints it. */
  number: string;
  paid_at: string;
  /** One for each method, in the order in which they were first used. */
  items: { method: PaymentMethod; amount: number }[];
  total: number;
  /** Of the total, what went back through Xendit. */
  refunded: number;
  /** The customer's name. */
  operator: string;
}

/** Crockford's base32: no I, L, O, U. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const NUMBER_BITS = 40n;
const DIGIT_BITS = 5n;

/** `YYMMDD-XXXXXXXX`: the day in UTC on which the session was first paid, and the last 40 bits of its id, a UUID. */
export function receiptNumber(sessionId: string, paidAt: string): string {
  const bits = BigInt(`0x${sessionId.replaceAll("-", "")}`);
  let digits = "";
  for (let shift = NUMBER_BITS - DIGIT_BITS; shift >= 0n; shift -= DIGIT_BITS)
    digits += DIGITS[Number((bits >> shift) & 31n)];
  return `${paidAt.slice(2, 10).replaceAll("-", "")}-${digits}`;
}

export class ReceiptRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** Undefined where nothing was paid: there is no receipt of what was free. */
  async find(customerId: string, sessionId: string): Promise<Receipt | undefined> {
    const paid = await this.#db
      .select({
        method: payments.method,
        amount: payments.amount,
        paid_at: payments.paid_at,
        refund_status: payments.refund_status,
        operator: customers.name,
      })
      .from(payments)
      .innerJoin(customers, eq(customers.id, payments.customer_id))
      .where(
        and(
          eq(payments.session_id, sessionId),
          eq(payments.customer_id, customerId),
          eq(payments.status, "completed"),
        ),
      )
      .orderBy(asc(payments.paid_at), asc(payments.id));
    const [first] = paid;
    if (!first || first.paid_at === null) return undefined;

    const items = [...Map.groupBy(paid, ({ method }) => method)].map(([method, those]) => ({
      method,
      amount: sumOf(those),
    }));
    return {
      number: receiptNumber(sessionId, first.paid_at),
      paid_at: first.paid_at,
      items,
      total: sumOf(items),
      refunded: sumOf(paid.filter(({ refund_status }) => refund_status === "succeeded")),
      operator: first.operator,
    };
  }
}

function sumOf(rows: readonly { amount: number }[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}
