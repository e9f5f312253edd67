import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "../env.ts";
import { Problem } from "./problem.ts";

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
    problem: c.error instanceof Problem ? c.error.logged : undefined,
  });
};

/**
 * What may be told of a fault that nobody foresaw: where it came from. Messages stay out, because they quote: Drizzle's
 * the statement with its values, a parser's the text that it could not read.
 */
export function logFault(requestId: string, fault: Error): void {
  const causes = [...causesOf(fault)];
  log("error", {
    request_id: requestId,
    error: causes.map((cause) => cause.name).join(" < "),
    code: causes.map((cause) => /\b(?:SQLITE|D1)_[A-Z_]+\b/.exec(cause.message)?.[0]).findLast(Boolean),
    stack: fault.stack?.split("\n").filter((line) => /^\s+at /.test(line)),
  });
}

function* causesOf(fault: unknown): Generator<Error> {
  for (let cause = fault; cause instanceof Error; cause = cause.cause) yield cause;
}
