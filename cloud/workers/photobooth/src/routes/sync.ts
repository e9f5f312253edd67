import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { EventRepository } from "@repo/photobooth-core";
import { createRouter, forBooths } from "../http/router.ts";
import { BODY, BOOTH, json, jsonBody, problems } from "../schemas/responses.ts";
import { SyncRequest, SyncResponse } from "../schemas/sync.ts";
import { readEvent } from "../sync/read-event.ts";

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
  return c.json(
    { results: await repository.apply(booth.customer_id, events, new Date().toISOString()) },
    200,
  );
});
