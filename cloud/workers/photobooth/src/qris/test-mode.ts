import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env.ts";
import { Problem } from "../http/problem.ts";

/** Where money is real, a route for test mode is as one that does not exist, also to one without a token. */
export const onlyInTestMode = createMiddleware<AppEnv>(async (c, next) => {
  if (c.env.XENDIT_SECRET_KEY.startsWith("xnd_production_")) throw new Problem(404, "There is nothing here.");
  await next();
});
