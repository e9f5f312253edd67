import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PriceRepository } from "@repo/photobooth-core";
import { requireOwnCustomer } from "../http/auth.ts";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { MOST_PRICES, NewPrice, Price, Prices } from "../schemas/price.ts";
import { BODY, BOOTH, json, jsonBody, problems } from "../schemas/responses.ts";

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listPrices",
  tags: ["Prices and vouchers"],
  summary: "The customer's prices, newest first, withdrawn ones too",
  ...forBooths,
  responses: { 200: json(Prices, `The newest ${MOST_PRICES}.`), ...problems(...BOOTH) },
});

const record = createRoute({
  method: "post",
  path: "/",
  operationId: "recordPrice",
  tags: ["Prices and vouchers"],
  summary: "Tell of a price, or of a newer version of it",
  ...forBooths,
  request: { body: jsonBody(NewPrice) },
  responses: {
    200: json(Price, "The stored price, which may be newer than the one sent."),
    ...problems(...BODY, ...BOOTH, 403, 404),
  },
});

export const prices = createRouter()
  .openapi(list, async (c) => {
    const repository = new PriceRepository(createDb(c.env.DB));
    return c.json({ prices: await repository.list(c.var.booth.customer_id, MOST_PRICES) }, 200);
  })
  .openapi(record, async (c) => {
    const candidate = c.req.valid("json");
    requireOwnCustomer(c, candidate.customer_id);
    const price = await new PriceRepository(createDb(c.env.DB)).record(candidate);
    if (!price) throw new Problem(404, "No such price.");
    return c.json(price, 200);
  });
