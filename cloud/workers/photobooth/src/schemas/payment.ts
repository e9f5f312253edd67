import { z } from "@hono/zod-openapi";
import { Amount, Id, PaidAmount, Time, Version } from "./fields.ts";
import { Problem } from "./problem.ts";
import { VoucherId } from "./voucher.ts";

const Method = z.enum(["qris", "cash", "voucher"]);

const Sale = z.object({
  currency: z.literal("IDR").optional().openapi({ description: "Nothing else is taken; not kept." }),
  id: Id,
  customer_id: Id,
  amount: PaidAmount,
  method: Method,
  session_id: Id.nullable().default(null),
  created_at: Time,
  voucher: VoucherId.nullable()
    .default(null)
    .openapi({ description: "The voucher's id, where the method is voucher; else null." }),
});

const VOUCHER_RULE = {
  path: ["voucher"],
  error: "must be the voucher's id where the method is voucher, and null elsewhere",
};

function hasItsOwnVoucher({ method, voucher }: z.infer<typeof Sale>): boolean {
  return (method === "voucher") === (voucher !== null);
}

export const ReportedPayment = Sale.refine(hasItsOwnVoucher, VOUCHER_RULE).openapi("ReportedPayment");

export const NewPayment = Sale.extend({
  expires_in_s: z
    .int()
    .min(30)
    .max(3600)
    .default(180)
    .openapi({ description: "For how many seconds a QRIS code can be paid." }),
})
  .refine(hasItsOwnVoucher, VOUCHER_RULE)
  .openapi("NewPayment");

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
    paid_late: z.boolean().openapi({
      description: "Paid after it was cancelled or had expired: for a person to honour or to refund.",
    }),
    voucher: z.string().nullable(),
    booth_id: Id.nullable().openapi({ description: "The booth that told of it; null in old rows." }),
    refund_status: z
      .enum(["pending", "succeeded", "failed"])
      .nullable()
      .openapi({ description: "Where giving all of it back through Xendit stands; null if nobody asked." }),
    xendit_refund_id: z.string().nullable(),
    refunded_at: Time.nullable(),
  })
  .openapi("Payment");

export const Payments = z.object({ payments: z.array(Payment).max(100) }).openapi("Payments");

export const AlreadyPaid = Problem.extend({ payment: Payment.optional() }).openapi("AlreadyPaid");
