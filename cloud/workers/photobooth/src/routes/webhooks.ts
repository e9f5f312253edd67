import { createRoute, z } from "@hono/zod-openapi";
import { createRouter, forXendit } from "../http/router.ts";
import { hearWebhook } from "../qris/hear-webhook.ts";
import { json, jsonBody, publicProblems } from "../schemas/responses.ts";
import { Webhook } from "../schemas/xendit.ts";

const hear = createRoute({
  method: "post",
  path: "/xendit",
  ...forXendit,
  request: { body: jsonBody(Webhook) },
  responses: {
    200: json(z.object({ outcome: z.enum(["applied", "duplicate", "ignored"]) }), "Heard"),
    ...publicProblems,
  },
});

export const webhooks = createRouter().openapi(hear, async (c) => {
  const outcome = await hearWebhook(c.req.valid("json"), c.req.header("webhook-id"), c.env);
  return c.json({ outcome }, 200);
});
