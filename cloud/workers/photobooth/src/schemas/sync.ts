import { z } from "@hono/zod-openapi";
import { Id } from "./fields.ts";

/** Bodies are checked one by one later, so that a bad one is refused alone. */
export const SyncRequest = z
  .object({
    events: z
      .array(
        z.object({
          id: Id,
          kind: z.enum(["photo", "printer", "price", "payment"]),
          body: z.record(z.string(), z.unknown()),
        }),
      )
      .min(1)
      .max(100),
  })
  .openapi("SyncRequest");

export type SentEvent = z.infer<typeof SyncRequest>["events"][number];

export const SyncResponse = z
  .object({
    results: z.array(
      z.object({
        id: Id,
        outcome: z.enum(["applied", "duplicate", "rejected"]),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi("SyncResponse");
