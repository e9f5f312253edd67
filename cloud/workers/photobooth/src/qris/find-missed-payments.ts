import { createDb, type Payment } from "@repo/db-schema";
import { nextVerification, PaymentRepository, VerificationRepository } from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { log, logFault } from "../http/log.ts";
import { Problem } from "../http/problem.ts";
import { createQrisDesk } from "./create-qris-desk.ts";
import { XenditBusy } from "./xendit-errors.ts";

/** A third of what Xendit allows a minute with a live key: https://docs.xendit.co/apidocs/rate-limits */
const PAYMENTS_A_RUN = 200;

/** Before the next run begins. */
const RUN_MS = 120_000;

type Finding = "paid" | "ended" | "open" | "unanswered" | "busy" | "broken";

/**
 * Asks Xendit about payments whose webhooks may have been lost. Each that was asked about goes to the end of the queue,
 * whatever came of it, so that none keeps the others from their turn. What a run leaves over is the next one's.
 */
export async function findMissedPayments(env: Env, now: Date): Promise<void> {
  const start = Date.now();
  const due = await new VerificationRepository(createDb(env.DB)).listDue(now, PAYMENTS_A_RUN);
  const found = { paid: 0, ended: 0, open: 0, unanswered: 0, busy: 0, broken: 0 };
  const faults: unknown[] = [];
  for (const payment of due) {
    if (found.busy > 0 || Date.now() - start > RUN_MS) break;
    found[await look(payment, { env, now, faults })] += 1;
  }
  const asked = Object.values(found).reduce((sum, count) => sum + count);
  log("info", { job: "missed_payments", ...found, left: due.length - asked });
  if (faults.length > 0) throw faults[0];
}

interface Run {
  env: Env;
  now: Date;
  /** Those that nobody foresaw. */
  faults: unknown[];
}

async function look(payment: Payment, { env, now, faults }: Run): Promise<Finding> {
  try {
    return await ask(payment, env, now);
  } catch (error) {
    logFault("missed_payments", error as Error);
    faults.push(error);
    return "broken";
  }
}

async function ask(payment: Payment, env: Env, now: Date): Promise<Finding> {
  const db = createDb(env.DB);
  const next = nextVerification(payment.expires_at ?? payment.created_at, now);
  const putOff = async (when = next) => await new VerificationRepository(db).putOff(payment.id, when);
  try {
    await createQrisDesk(env, new PaymentRepository(db)).verify(payment);
  } catch (error) {
    await putOff({ ...next, ended: next.unsettled });
    if (next.unsettled === null) warnOfGivingUp(payment);
    if (error instanceof Problem) return error instanceof XenditBusy ? "busy" : "unanswered";
    throw error;
  }
  switch (await putOff()) {
    case "completed":
      return "paid";
    case "failed":
      return "ended";
    default:
      if (next.unsettled === null) warnOfGivingUp(payment);
      return "open";
  }
}

/** Only a person can find out any more. */
function warnOfGivingUp({ id: payment_id }: Payment): void {
  log("warn", { warning: "payment_never_settled", payment_id });
}
