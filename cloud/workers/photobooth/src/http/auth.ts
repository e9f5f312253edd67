import { createDb } from "@repo/db-schema";
import { BoothRepository, equalInConstantTime } from "@repo/photobooth-core";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env.ts";
import { Problem } from "./problem.ts";
import { countAddress, countBooth } from "./rate-limit.ts";

/** Lets a registered booth through, within its rate. What it may see follows from `c.var.booth.customer_id`. */
export const requireBooth = createMiddleware<AppEnv>(async (c, next) => {
  const token = /^Bearer (\S+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  const booth = token && (await new BoothRepository(createDb(c.env.DB)).authenticate(token));
  if (!booth) {
    await countAddress(c, "failed-authentication");
    throw new Problem(401, "A valid booth token is needed.", {}, { "www-authenticate": "Bearer" });
  }
  await countBooth(c, booth.id);
  c.set("booth", booth);
  await next();
});

export function requireOwnCustomer(c: Context<AppEnv>, customerId: string): void {
  if (customerId !== c.var.booth.customer_id) throw new Problem(403, "customer_id is another customer's.");
}

/** Xendit itself is not limited: a webhook that was turned away is money that nobody hears of. */
export const requireXendit = createMiddleware<AppEnv>(async (c, next) => {
  const token = c.req.header("x-callback-token") ?? "";
  if (token === "" || !(await equalInConstantTime(token, c.env.XENDIT_CALLBACK_TOKEN))) {
    await countAddress(c, "failed-authentication");
    throw new Problem(401, "x-callback-token is not Xendit's.");
  }
  await next();
});
