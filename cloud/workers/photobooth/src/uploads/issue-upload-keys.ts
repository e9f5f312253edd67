import type { Env } from "../env.ts";
import { misconfigured } from "../http/misconfigured.ts";
import { issueR2TemporaryKeys } from "./r2-temporary-keys.ts";
import { LIFETIME_SECONDS, type UploadKeys } from "./upload-keys.ts";

/** R2's keys are limited to the prefix. The local S3 server knows one key only, so there it is handed out as it is. */
export async function issueUploadKeys(env: Env, prefix: string): Promise<UploadKeys> {
  // Counted from before the keys are made, so that they outlive what the booth is told.
  const expires_at = new Date(Date.now() + LIFETIME_SECONDS * 1000).toISOString();
  switch (env.UPLOAD_CREDENTIALS) {
    case "static":
      return {
        access_key_id: env.S3_ACCESS_KEY_ID,
        secret_access_key: env.S3_SECRET_ACCESS_KEY,
        session_token: null,
        expires_at,
      };
    case "r2-temporary":
      return { ...(await issueR2TemporaryKeys(env, prefix)), expires_at };
    default:
      env.UPLOAD_CREDENTIALS satisfies never;
      throw misconfigured(["UPLOAD_CREDENTIALS"]);
  }
}
