import { createRoute, z } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { isVoucherSecret, VOUCHER_KEY_ID, VoucherRepository, voucherKey } from "@repo/photobooth-core";
import { misconfigured } from "../http/misconfigured.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { Id } from "../schemas/fields.ts";
import { BOOTH, json, problems } from "../schemas/responses.ts";
import { MOST_VOUCHERS, UsedVouchers, VoucherKey } from "../schemas/voucher.ts";

const showKey = createRoute({
  method: "get",
  path: "/key",
  operationId: "showVoucherKey",
  tags: ["Prices and vouchers"],
  summary: "The key that the customer's vouchers are sealed with",
  description: "The same for all booths of the customer, so that each can check vouchers without a network.",
  ...forBooths,
  responses: { 200: json(VoucherKey, "The key."), ...problems(...BOOTH) },
});

const listUsed = createRoute({
  method: "get",
  path: "/used",
  operationId: "listUsedVouchers",
  tags: ["Prices and vouchers"],
  summary: "The customer's used vouchers, in the order in which the cloud heard of them",
  description: `At most ${MOST_VOUCHERS} at a time. A voucher that was used twice comes once for each use.`,
  ...forBooths,
  request: { query: z.object({ after: Id.optional() }) },
  responses: {
    200: json(UsedVouchers, "Those after `after`; where that is not known any more, from the first on."),
    ...problems(...BOOTH, 422),
  },
});

export const vouchers = createRouter()
  .openapi(showKey, async (c) => {
    const { VOUCHER_SECRET } = c.env;
    if (!isVoucherSecret(VOUCHER_SECRET)) throw misconfigured(["VOUCHER_SECRET"]);
    const key = await voucherKey(VOUCHER_SECRET, c.var.booth.customer_id);
    return c.json({ id: VOUCHER_KEY_ID, key }, 200);
  })
  .openapi(listUsed, async (c) => {
    const { after } = c.req.valid("query");
    const repository = new VoucherRepository(createDb(c.env.DB));
    const used = await repository.usedAfter(c.var.booth.customer_id, after, MOST_VOUCHERS);
    return c.json({ vouchers: used, next: used.at(-1)?.payment_id ?? null }, 200);
  });
