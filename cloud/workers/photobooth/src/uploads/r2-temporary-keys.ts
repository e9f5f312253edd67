import { z } from "@hono/zod-openapi";
import type { Env } from "../env.ts";
import { Problem } from "../http/problem.ts";

const API = "https://api.cloudflare.com/client/v4";

const Answer = z.object({
  result: z.object({ accessKeyId: z.string(), secretAccessKey: z.string(), sessionToken: z.string() }),
});

/** Follows Cloudflare's documentation; it has not been run against the account API yet. */
export async function issueR2TemporaryKeys(env: Env, prefix: string, lifetimeSeconds: number) {
  const response = await fetch(`${API}/accounts/${env.CLOUDFLARE_ACCOUNT_ID}/r2/temp-access-credentials`, {
    method: "POST",
    headers: { authorization: `Bearer ${env.CLOUDFLARE_API_TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify({
      bucket: env.S3_BUCKET,
      parentAccessKeyId: env.S3_ACCESS_KEY_ID,
      permission: "object-read-write",
      prefixes: [prefix],
      ttlSeconds: lifetimeSeconds,
    }),
  });
  const answer = Answer.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw new Problem(502, `Cloudflare answered ${response.status} without upload keys.`);
  const { accessKeyId, secretAccessKey, sessionToken } = answer.data.result;
  return { access_key_id: accessKeyId, secret_access_key: secretAccessKey, session_token: sessionToken };
}
