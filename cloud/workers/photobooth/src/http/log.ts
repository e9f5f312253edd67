import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "../env.ts";

/** One JSON object a line. Callers pass ids and counts only: nothing of a guest, no secret. */
export function log(level: "info" | "warn" | "error", fields: Record<string, unknown>): void {
  console[level](JSON.stringify({ level, ...fields }));
}

/** Logs the route's pattern and not its path, because a path may hold a guest's code. */
export const logRequests: MiddlewareHandler<AppEnv> = async (c, next) => {
  const start = Date.now();
  await next();
  log("info", {
    request_id: c.var.requestId,
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    ms: Date.now() - start,
    booth_id: c.get("booth")?.id,
    problem: c.error?.message,
  });
};
