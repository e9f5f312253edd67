import { type Context, Hono } from "hono";
import type { AppEnv } from "../env.ts";
import { preferredLanguage } from "../guest-page/language.ts";
import { renderPage } from "../guest-page/page.ts";
import { readTimesLooked, refreshOf } from "../guest-page/refresh.ts";
import { guestPageHeaders, newNonce } from "../guest-page/security.ts";
import { findView, statusOf, type View } from "../guest-page/view.ts";
import { logFault } from "../http/log.ts";
import { Problem } from "../http/problem.ts";
import { countAddress } from "../http/rate-limit.ts";
import { s3Endpoint } from "../storage/s3-endpoint.ts";

/** Whatever follows `/p` is answered by a page, because a person may be looking at it. */
export const guestPage = new Hono<AppEnv>()
  .get("/:code", async (c) => await answer(c, await lookUp(c, c.req.param("code"))))
  .get("*", async (c) => await answer(c, { state: "malformed" }));

async function lookUp(c: Context<AppEnv>, code: string): Promise<View> {
  try {
    await countAddress(c, "guest-page");
    return await findView(code, c.env, new Date());
  } catch (error) {
    if (error instanceof Problem && error.status === 429) return { state: "busy" };
    logFault(c.var.requestId, error as Error);
    return { state: "trouble" };
  }
}

async function answer(c: Context<AppEnv>, view: View): Promise<Response> {
  const language = preferredLanguage(c.req.header("accept-language"));
  const nonce = newNonce();
  const timesLooked = readTimesLooked(c.req.query("n"));
  const refresh = refreshOf(view, timesLooked);
  return c.html(await renderPage(view, { language, nonce, timesLooked }), statusOf(view), {
    ...guestPageHeaders(nonce, new URL(s3Endpoint(c.env)).origin),
    "content-language": language,
    ...(refresh && { refresh }),
  });
}
