import { z } from "@hono/zod-openapi";
import type { Env } from "../env.ts";
import { misconfigured } from "../http/misconfigured.ts";
import { Problem } from "../http/problem.ts";
import { askCloudflare } from "./cloudflare-account.ts";
import { LIFETIME_SECONDS } from "./upload-keys.ts";

const API = "https://api.cloudflare.com/client/v4";
const TIMEOUT_MS = 10_000;

const Secret = z.string().regex(/^[\x21-\x7e]{1,4000}$/);

/** https://developers.cloudflare.com/api/resources/r2/subresources/temporary_credentials/methods/create */
const Answer = z.object({
  success: z.literal(true),
  result: z.object({ accessKeyId: Secret, secretAccessKey: Secret, sessionToken: Secret }),
});

/**
 * Follows Cloudflare's documentation; it has not been run against the account API yet. `object-read-write` is the
 * least that allows PutObject: single actions can be granted only by signing with the parent's secret ourselves.
 */
export async function issueR2TemporaryKeys(env: Env, prefix: string, timeoutMs = TIMEOUT_MS) {
  const { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN, S3_ACCESS_KEY_ID } = configured(env);
  const account = encodeURIComponent(CLOUDFLARE_ACCOUNT_ID);
  const url = `${env.CLOUDFLARE_API_URL ?? API}/accounts/${account}/r2/temp-access-credentials`;
  const wanted = {
    bucket: env.S3_BUCKET,
    parentAccessKeyId: S3_ACCESS_KEY_ID,
    permission: "object-read-write",
    prefixes: [prefix],
    ttlSeconds: LIFETIME_SECONDS,
  };
  const answer = Answer.safeParse(await askCloudflare(url, CLOUDFLARE_API_TOKEN, wanted, timeoutMs));
  if (!answer.success) throw new Problem(502, "Cloudflare answered without upload keys.");
  const { accessKeyId, secretAccessKey, sessionToken } = answer.data.result;
  return { access_key_id: accessKeyId, secret_access_key: secretAccessKey, session_token: sessionToken };
}

function configured(env: Env) {
  const { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN, S3_ACCESS_KEY_ID } = env;
  const needed = { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN, S3_ACCESS_KEY_ID };
  if (CLOUDFLARE_ACCOUNT_ID && CLOUDFLARE_API_TOKEN && S3_ACCESS_KEY_ID)
    return { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN, S3_ACCESS_KEY_ID };
  throw misconfigured(Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name])));
}
