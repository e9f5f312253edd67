import type { AppDatabase } from "@repo/db-schema";
import { type PaymentRepository, RefundRepository } from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { Problem } from "../http/problem.ts";
import { CodeIssuer } from "./code-issuer.ts";
import { QrisDesk } from "./qris-desk.ts";
import { RefundDesk } from "./refund-desk.ts";
import { XenditClient } from "./xendit-client.ts";

export function createQrisDesk(env: Env, payments: PaymentRepository): QrisDesk {
  return new QrisDesk(payments, createXenditClient(env));
}

export function createCodeIssuer(env: Env, payments: PaymentRepository): CodeIssuer {
  const xendit = createXenditClient(env);
  return new CodeIssuer({ payments, xendit, desk: new QrisDesk(payments, xendit) });
}

export function createRefundDesk(env: Env, db: AppDatabase): RefundDesk {
  return new RefundDesk({ refunds: new RefundRepository(db), xendit: createXenditClient(env) });
}

export function createXenditClient(env: Env): XenditClient {
  return new XenditClient(env.XENDIT_API_URL, env.XENDIT_SECRET_KEY);
}

export function assertWithinQrisLimits(amount: number, env: Env): void {
  if (amount >= env.QRIS_MIN_AMOUNT && amount <= env.QRIS_MAX_AMOUNT) return;
  const detail = `must be from ${env.QRIS_MIN_AMOUNT} to ${env.QRIS_MAX_AMOUNT} for QRIS`;
  throw new Problem(422, "Some fields are not as they should be.", { errors: [{ field: "amount", detail }] });
}
