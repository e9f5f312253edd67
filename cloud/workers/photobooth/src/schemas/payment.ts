import { z } from "@hono/zod-openapi";
import { Amount, Id, Time, Version } from "./fields.ts";
import { Problem } from "./problem.ts";
import { Text } from "./text.ts";

const Method = z.enum(["qris", "cash", "voucher"]);

export const ReportedPayment = z
  .object({
    id: Id,
    customer_id: Id,
    amount: Amount,
    method: Method,
    session_id: Id.nullable().default(null),
    created_at: Time,
    /** The voucher's id, where the method is voucher. */
    voucher: Text.nullable().default(null),
  })
  .openapi("ReportedPayment");

export const NewPayment = ReportedPayment.extend({
  expires_in_s: z.int().min(30).max(3600).default(180),
}).openapi("NewPayment");

export const Payment = z
  .object({
    id: Id,
    customer_id: Id,
    xendit_payment_id: z.string().nullable(),
    amount: Amount,
    platform_fee: Amount,
    status: z.enum(["pending", "processing", "completed", "failed"]),
    paid_at: Time.nullable(),
    created_at: Time,
    method: Method,
    session_id: Id.nullable(),
    qr_string: z.string().nullable(),
    expires_at: Time.nullable(),
    version: Version,
    paid_late: z.boolean(),
    voucher: z.string().nullable(),
  })
  .openapi("Payment");

export const AlreadyPaid = Problem.extend({ payment: Payment.optional() }).openapi("AlreadyPaid");
