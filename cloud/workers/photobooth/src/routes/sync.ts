import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { EventRepository, type EventResult } from "@repo/photobooth-core";
import { log } from "../http/log.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { BODY, BOOTH, json, jsonBody, problems } from "../schemas/responses.ts";
import { SyncRequest, SyncResponse } from "../schemas/sync.ts";
import { readEvent } from "../sync/read-event.ts";

const MOST_LOGGED = 10;

const send = createRoute({
  method: "post",
  path: "/",
  operationId: "sendEvents",
  tags: ["Sync"],
  summary: "Tell of what happened, a hundred events at a time",
  description:
    "Events may come late, twice, and in any order. A rejected one is not remembered: mended, it may be sent again.",
  ...forBooths,
  request: { body: jsonBody(SyncRequest) },
  responses: {
    200: json(SyncResponse, "An answer for each event, in the order sent."),
    ...problems(...BODY, ...BOOTH),
  },
});

export const sync = createRouter().openapi(send, async (c) => {
  const { booth } = c.var;
  const events = c.req.valid("json").events.map((event) => readEvent(event, booth, c.env.PLATFORM_FEE_BPS));
  const repository = new EventRepository(createDb(c.env.DB));
  const results = await repository.apply(booth.customer_id, events, new Date().toISOString());
  logRejected(c.var.requestId, booth.id, results);
  return c.json({ results }, 200);
});

/** A booth sends a rejected event again and again: somebody should come to know why. Reasons quote nothing. */
function logRejected(request_id: string, booth_id: string, results: EventResult[]): void {
  const rejected = results.filter(({ outcome }) => outcome === "rejected");
  if (rejected.length === 0) return;
  const first = rejected.slice(0, MOST_LOGGED).map(({ id, reason }) => ({ id, reason }));
  log("warn", { warning: "rejected_events", request_id, booth_id, count: rejected.length, first });
}
