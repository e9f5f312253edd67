import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env.ts";
import { Problem } from "./problem.ts";

/** Each is counted by itself, so that guests who reload their pages do not keep an operator from setting up a booth. */
type Purpose = "guest-page" | "set-up" | "failed-authentication";

/** For routes that need no token. */
export const limitAddress = (purpose: Purpose) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await countAddress(c, purpose);
    await next();
  });

/** Called where a token is missing or wrong, and not before: a booth at the same address must get through. */
export async function countAddress(c: Context<AppEnv>, purpose: Purpose): Promise<void> {
  const address = networkOf(c.req.header("cf-connecting-ip") ?? "unknown");
  const { success } = await c.env.PUBLIC_RATE_LIMITER.limit({ key: `${purpose} ${address}` });
  if (!success) throw tooOften("This address asks too often.");
}

/** Reads and writes are counted apart: waiting for a payment must not hold up the outbox. */
export async function countBooth(c: Context<AppEnv>, boothId: string): Promise<void> {
  const limiter = c.req.method === "GET" ? c.env.READ_RATE_LIMITER : c.env.WRITE_RATE_LIMITER;
  const { success } = await limiter.limit({ key: boothId });
  if (!success) throw tooOften("This booth asks too often.");
}

/** Of an IPv6 address its first 64 bits, for whoever has one has all that begin so. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const front = head.split(":").filter(Boolean);
  const back = tail?.split(":").filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => "0");
  return [...front, ...zeros, ...back].slice(0, 4).join(":");
}

function tooOften(detail: string): Problem {
  return new Problem(429, detail, {}, { "retry-after": "60" });
}
