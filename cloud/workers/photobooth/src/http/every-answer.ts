import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../env.ts";

/** Ids are made here alone: one that a caller brings could be anything, and would stand in the log. */
export const identifyRequests: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set("requestId", crypto.randomUUID());
  await next();
  c.header("x-request-id", c.var.requestId);
};

/** Answers are for the one who asked, at the moment of asking, and never to be shown as a page. */
export const guardAnswers: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header("x-content-type-options", "nosniff");
  c.header("cache-control", "no-store");
};
