import { createRoute, z } from "@hono/zod-openapi";
import { createRouter, forXendit } from "../http/router.ts";
import { hearWebhook } from "../qris/hear-webhook.ts";
import { BODY, json, jsonBody, problems } from "../schemas/responses.ts";
import { Webhook, WebhookHeaders } from "../schemas/xendit.ts";

const hear = createRoute({
  method: "post",
  path: "/xendit",
  operationId: "hearXendit",
  tags: ["Surroundings"],
  summary: "Xendit tells how a payment went",
  description:
    "A payment only moves forward, and only where amount, currency and ids fit. The same news twice is a duplicate.",
  ...forXendit,
  request: { headers: WebhookHeaders, body: jsonBody(Webhook) },
  responses: {
    200: json(
      z.object({ outcome: z.enum(["applied", "duplicate", "ignored"]) }).openapi("Hearing"),
      "What came of it; news of anything but our QRIS payments is ignored.",
    ),
    ...problems(...BODY, 401, 429),
  },
});

export const webhooks = createRouter().openapi(hear, async (c) => {
  const outcome = await hearWebhook(c.req.valid("json"), c.req.valid("header")["webhook-id"], c.env);
  return c.json({ outcome }, 200);
});
