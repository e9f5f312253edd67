import { z } from "@hono/zod-openapi";
import { upTo } from "./text.ts";

export const Id = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    "must be a UUIDv7 in lower case",
  )
  .openapi({ description: "A UUIDv7 in lower case.", example: "0198f3c2-5b7e-7c31-9d2a-6f0e8a4b1c77" });

/** Zod's own pattern knows the calendar. Outside JavaScript `\d` may mean more than ten digits. */
const TIME = z.core.regexes.datetime({ precision: 3 }).source.replaceAll("\\d", "[0-9]");

export const Time = z.string().regex(new RegExp(TIME), "must be UTC, YYYY-MM-DDTHH:MM:SS.sssZ").openapi({
  description: "A moment that the calendar has, in UTC with milliseconds.",
  example: "2025-11-22T04:18:00.000Z",
});

export const Email = z.string().max(254).regex(z.core.regexes.email, "must be an email address").openapi({
  example: "ani@example.id",
});

/** Whole rupiah. */
export const Amount = z.int().min(0).max(1_000_000_000).openapi({ description: "Whole rupiah." });

/** What is paid: where nothing is to be paid, there is no payment. */
export const PaidAmount = z.int().min(1).max(1_000_000_000).openapi({ description: "Whole rupiah." });

export const Version = z.int().min(1).max(1_000_000_000).openapi({
  description: "Grows with every change of the row; what is not newer than the stored row changes nothing.",
});

/** 128 random bits or more. */
export const Code = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22,64}$/, "must be at least 22 characters of base64url")
  .openapi({
    description: "The guest's key to the download page: 128 random bits or more, in base64url.",
    example: "mN5xQk2vTqGh0bLzYwR8dA",
  });

export const LicenseKey = upTo(1000).openapi({
  description: "What the licence says and its Ed25519 signature, as `npm run license:issue` prints it.",
});

export const LicenseType = z.enum(["starter", "pro", "enterprise"]);

export const IdParam = z.object({ id: Id });
