import { z } from "@hono/zod-openapi";
import { Id, Time } from "./fields.ts";

export const VoucherId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{12}$/, "must be a voucher's id: 12 characters of Crockford's base32")
  .openapi({ description: "What a voucher's code says without its seal.", example: "07KQ2M9XB4RT" });

export const VoucherKey = z
  .object({
    id: z.int().min(0).max(7).openapi({ description: "Which key it is; a voucher names it." }),
    key: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43}$/)
      .openapi({ description: "32 bytes in base64url." }),
  })
  .openapi("VoucherKey");

export const MOST_VOUCHERS = 500;

export const UsedVouchers = z
  .object({
    vouchers: z
      .array(
        z.object({
          voucher: z.string(),
          payment_id: Id,
          session_id: Id.nullable(),
          used_at: Time,
          uses: z.int().min(1).openapi({
            description: "The voucher's completed payments, this one among them. Over 1: it was used twice.",
          }),
        }),
      )
      .max(MOST_VOUCHERS),
    next: Id.nullable().openapi({
      description:
        "The `after` of the next page, and of the next time; null where nothing has come after the one sent.",
    }),
  })
  .openapi("UsedVouchers");
