import { z } from "@hono/zod-openapi";

export const Id = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    "must be a UUIDv7 in lower case",
  )
  .openapi({ example: "0198f3c2-5b7e-7c31-9d2a-6f0e8a4b1c77" });

export const Time = z.iso
  .datetime({ precision: 3, error: "must be UTC, YYYY-MM-DDTHH:MM:SS.sssZ" })
  .openapi({ example: "2025-11-22T04:18:00.000Z" });

export const Text = z.string().trim().min(1).max(200);

/** Whole rupiah. */
export const Amount = z.int().min(0).max(1_000_000_000);

export const Version = z.int().min(1);

/** 128 random bits or more. */
export const Code = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/, "must be at least 22 characters of base64url");

export const LicenseKey = z.string().min(1).max(1000);

export const LicenseType = z.enum(["starter", "pro", "enterprise"]);

export const IdParam = z.object({ id: Id });

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  })
  .openapi("Problem");
