import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler } from "hono";
import type { Call } from "./fault.ts";
import type { FaultBook } from "./fault-book.ts";

/** Stands before every call to the API. An answer that a fault has touched says so in `x-stand-in-fault`. */
export function apiFaults(faults: FaultBook): MiddlewareHandler {
  return async (c, next) => {
    const call = callOf(c);
    const slow = faults.strike(["slow"], call);
    if (slow) {
      await sleep(slow.ms);
      c.header("x-stand-in-fault", "slow");
    }
    const fault = faults.strike(["server_error", "too_many", "lost_answer"], call);
    switch (fault?.fault) {
      case undefined:
        return await next();
      case "server_error":
        return refuse(c, fault.fault, 500, "SERVER_ERROR");
      case "too_many":
        // Named as in https://docs.xendit.co/apidocs/rate-limits; the reset is in seconds, with decimals.
        c.header("Rate-Limit-Limit", "60");
        c.header("Rate-Limit-Remaining", "0");
        c.header("Rate-Limit-Reset", fault.reset_s.toFixed(2));
        return refuse(c, fault.fault, 429, "RATE_LIMIT_EXCEEDED");
      case "lost_answer":
        await next();
        c.res = loseAnswer(c);
        return undefined;
    }
  };
}

function callOf(c: Context): Call {
  if (c.req.method === "GET") return "get";
  if (c.req.path === "/refunds") return "refund";
  if (c.req.path.endsWith("/cancel")) return "cancel";
  return c.req.path.endsWith("/simulate") ? "simulate" : "create";
}

function loseAnswer(c: Context<{ Bindings: Partial<HttpBindings> }>): Response {
  if (!c.env?.outgoing) return refuse(c, "lost_answer", 500, "SERVER_ERROR");
  c.env.outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

function refuse(c: Context, fault: string, status: 429 | 500, error_code: string): Response {
  return c.json({ error_code, message: `The stand-in's fault ${fault}` }, status, {
    "x-stand-in-fault": fault,
  });
}
