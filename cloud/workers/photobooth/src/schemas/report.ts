import { z } from "@hono/zod-openapi";
import { Id, Time } from "./fields.ts";

const LONGEST_DAYS = 366;

const Count = z.int().min(0);

const Rupiah = z.int().min(0).openapi({ description: "Whole rupiah." });

export const ReportQuery = z
  .object({
    from: Time,
    to: Time,
    booth: z
      .union([z.literal("all"), Id])
      .optional()
      .openapi({ description: "A booth's id, or `all` of the customer's; the asking booth if not said." }),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "must be after from" })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_DAYS * 24 * 3600 * 1000, {
    path: ["to"],
    error: `must be at most ${LONGEST_DAYS} days after from`,
  });

const Takings = z
  .object({
    count: Count,
    amount: Rupiah,
    platform_fee: Rupiah,
    refunded_count: Count,
    refunded_amount: Rupiah,
  })
  .openapi("Takings", {
    description: "Completed payments. What was refunded is among `count` and `amount`.",
  });

export const Report = z
  .object({
    from: Time,
    to: Time,
    booth: z.union([z.literal("all"), Id]),
    methods: z.object({ qris: Takings, cash: Takings, voucher: Takings }),
    late: z
      .object({ count: Count, amount: Rupiah })
      .openapi({ description: "Of these, what was paid after it was cancelled or had expired." }),
    vouchers_used_twice: z
      .array(z.object({ voucher: z.string(), payment_ids: z.array(Id) }))
      .openapi({ description: "Vouchers that paid in this time and also another time, at any booth." }),
    photos: z.object({ pending: Count, printing: Count, completed: Count, failed: Count }).openapi({
      description:
        "Taken in this time and still kept, by how their prints stand. A booth's are those of sessions that were paid there; free ones are counted with `all` alone.",
    }),
  })
  .openapi("Report");
