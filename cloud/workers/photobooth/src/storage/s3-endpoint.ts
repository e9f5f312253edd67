import type { Env } from "../env.ts";

/** R2's follows from the account; any other S3 server is named. */
export function s3Endpoint(env: Env): string {
  return env.S3_ENDPOINT || `https://${env.CLOUDFLARE_ACCOUNT_ID}.r2.cloudflarestorage.com`;
}
