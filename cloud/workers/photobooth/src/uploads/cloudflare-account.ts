import { Problem } from "../http/problem.ts";

const RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 300;

/** Cloudflare's account API. No part of its answer gets into a problem or a log; text that is no JSON is undefined. */
export async function askCloudflare(
  url: string,
  token: string,
  body: object,
  timeoutMs: number,
): Promise<unknown> {
  const { status, headers, text } = await post(url, token, body, timeoutMs);
  if (status === 429) throw busy(Number(headers.get("retry-after")) || RETRY_SECONDS);
  if (status >= 500) throw new Problem(502, `Cloudflare answered ${status}.`, {}, retryAfter(RETRY_SECONDS));
  if (status !== 200) throw new Problem(502, `Cloudflare answered ${status}.`);
  return readJson(text);
}

async function post(url: string, token: string, body: object, timeoutMs: number) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch {
    throw new Problem(503, "Cloudflare did not answer.", {}, retryAfter(RETRY_SECONDS));
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function busy(seconds: number): Problem {
  const bounded = Math.min(Math.max(1, Math.ceil(seconds)), LONGEST_RETRY_SECONDS);
  return new Problem(503, "Cloudflare asks us to wait.", {}, retryAfter(bounded));
}

function retryAfter(seconds: number) {
  return { "retry-after": String(seconds) };
}
