import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PaymentRepository } from "@repo/photobooth-core";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { createRefundDesk } from "../qris/create-qris-desk.ts";
import { IdParam } from "../schemas/fields.ts";
import { Payment } from "../schemas/payment.ts";
import { BOOTH, json, problems } from "../schemas/responses.ts";

const refund = createRoute({
  method: "post",
  path: "/{id}/refund",
  operationId: "refundPayment",
  tags: ["Payments"],
  summary: "Give all of a QRIS payment back through Xendit",
  description:
    "Takes no body. Repeated, it begins nothing anew and tells how the refund stands; where that is `pending`, Xendit is asked. A refund that failed stays so: then the money goes back by hand.",
  ...forBooths,
  request: { params: IdParam },
  responses: {
    200: json(Payment, "The payment; `refund_status` says how its refund stands."),
    ...problems(...BOOTH, 404, 409, 422, 502, 503),
  },
});

export const paymentRefund = createRouter().openapi(refund, async (c) => {
  const { id } = c.req.valid("param");
  const db = createDb(c.env.DB);
  const payments = new PaymentRepository(db);
  const payment = await payments.find(id, c.var.booth.customer_id);
  if (!payment) throw new Problem(404, "No such payment.");
  if (payment.method !== "qris" || payment.status !== "completed")
    throw new Problem(409, "Only a completed QRIS payment can be given back.");

  await createRefundDesk(c.env, db).refund(payment);
  return c.json((await payments.findForAnyone(id)) ?? payment, 200);
});
