import { z } from "@hono/zod-openapi";
import { LicenseType } from "./fields.ts";
import { Problem } from "./problem.ts";
import { upTo } from "./text.ts";

const Day = z.string().openapi({ description: "YYYY-MM-DD, in UTC.", example: "2026-12-31" });

/** An id and a reason of 200 characters, at four bytes each, take 2,400 characters when they are signed. */
const MOST_CHARACTERS = 3000;

export const SignedRevocation = z
  .object({
    revocation: upTo(MOST_CHARACTERS).openapi({
      description: "Which licence, why, and its Ed25519 signature, as `npm run license:revoke` prints it.",
    }),
  })
  .openapi("SignedRevocation");

export const RecordedRevocation = z
  .object({
    license_id: z.string(),
    reason: z.string(),
    revoked: Day,
    revocation: z.string().openapi({ description: "The signed text; the first one that was sent." }),
  })
  .openapi("RecordedRevocation");

export const LicenseStanding = z
  .object({
    type: LicenseType,
    expires: Day,
    status: z.enum(["valid", "expired", "revoked"]),
    revocation: z
      .string()
      .nullable()
      .openapi({ description: "The signed text of a licence that was revoked." }),
  })
  .openapi("LicenseStanding");

export const LicenseProblem = Problem.extend({
  reason: z
    .enum(["malformed", "forged", "expired", "revoked"])
    .optional()
    .openapi({ description: "What is wrong with the licence key, where that is what was refused." }),
}).openapi("LicenseProblem");
