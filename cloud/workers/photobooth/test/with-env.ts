import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import worker from "../src/index.ts";
import type { Answer } from "./booth.ts";

/** Sends a request to the Worker as it is when some of its bindings or variables are others. */
export async function sendWith(
  changes: Partial<Cloudflare.Env>,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: object,
): Promise<Answer> {
  const context = createExecutionContext();
  const request = new Request(`https://cloud.test${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const response = await worker.fetch(request, { ...env, ...changes }, context);
  await waitOnExecutionContext(context);
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? await response.json() : await response.text(),
  };
}
