import { BUCKET } from "./s3.ts";

/** Of wrangler.toml what holds here too. It is said again, because reading that file takes Wrangler half a second; a test compares. */
export const COMPATIBILITY_DATE = "2026-07-01";

export const VARIABLES = {
  PLATFORM_FEE_BPS: { starter: 500, pro: 300, enterprise: 150 },
  QRIS_MIN_AMOUNT: 1,
  QRIS_MAX_AMOUNT: 10_000_000,
  S3_BUCKET: BUCKET,
  S3_REGION: "auto",
};

/** So high that a test of the booth's load never meets it. */
export function hardlyLimited(namespace_id: string) {
  return { namespace_id, simple: { limit: 100_000, period: 60 as const } };
}
