import { createDb } from "@repo/db-schema";
import { BoothRepository, equalInConstantTime, hashToken } from "@repo/photobooth-core";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env.ts";
import { Problem } from "./problem.ts";

/** Lets a registered booth through, within its rate. What it may see follows from `c.var.booth.customer_id`. */
export const requireBooth = createMiddleware<AppEnv>(async (c, next) => {
  const token = /^Bearer ([A-Za-z0-9_-]+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  const booth = token && (await new BoothRepository(createDb(c.env.DB)).authenticate(await hashToken(token)));
  if (!booth) throw new Problem(401, "A valid booth token is needed.", {}, { "www-authenticate": "Bearer" });

  const { success } = await c.env.RATE_LIMITER.limit({ key: booth.id });
  if (!success) throw new Problem(429, "This booth asks too often.", {}, { "retry-after": "60" });

  c.set("booth", booth);
  await next();
});

export function requireOwnCustomer(c: Context<AppEnv>, customerId: string): void {
  if (customerId !== c.var.booth.customer_id) throw new Problem(403, "customer_id is another customer's.");
}

export const requireXendit = createMiddleware<AppEnv>(async (c, next) => {
  const token = c.req.header("x-callback-token") ?? "";
  if (!(await equalInConstantTime(token, c.env.XENDIT_CALLBACK_TOKEN)))
    throw new Problem(401, "x-callback-token is not Xendit's.");
  await next();
});
