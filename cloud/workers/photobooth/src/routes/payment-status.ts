import { createRoute, z } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PaymentRepository } from "@repo/photobooth-core";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { createQrisDesk } from "../qris/create-qris-desk.ts";
import { IdParam } from "../schemas/fields.ts";
import { AlreadyPaid, Payment } from "../schemas/payment.ts";
import { BOOTH, json, problem, problems } from "../schemas/responses.ts";

const show = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "showPayment",
  tags: ["Payments"],
  summary: "How a payment stands",
  description: "With `verify=1` Xendit is asked first, which finds a payment whose webhook was lost.",
  ...forBooths,
  request: { params: IdParam, query: z.object({ verify: z.literal("1").optional() }) },
  responses: { 200: json(Payment, "The payment."), ...problems(...BOOTH, 404, 422, 502, 503) },
});

const cancel = createRoute({
  method: "post",
  path: "/{id}/cancel",
  operationId: "cancelPayment",
  tags: ["Payments"],
  summary: "Make it impossible to pay",
  description: "Takes no body. May be repeated.",
  ...forBooths,
  request: { params: IdParam },
  responses: {
    200: json(Payment, "Cancelled: the payment's status is `failed`."),
    409: problem("It was paid meanwhile; `payment` says how it stands.", { schema: AlreadyPaid }),
    ...problems(...BOOTH, 404, 422, 502, 503),
  },
});

export const paymentStatus = createRouter()
  .openapi(show, async (c) => {
    const { id } = c.req.valid("param");
    const repository = new PaymentRepository(createDb(c.env.DB));
    const payment = await repository.find(id, c.var.booth.customer_id);
    if (!payment) throw new Problem(404, "No such payment.");
    if (c.req.valid("query").verify !== "1" || payment.status === "completed") return c.json(payment, 200);

    await createQrisDesk(c.env, repository).verify(payment);
    return c.json((await repository.findForAnyone(id)) ?? payment, 200);
  })
  .openapi(cancel, async (c) => {
    const { id } = c.req.valid("param");
    const repository = new PaymentRepository(createDb(c.env.DB));
    const payment = await repository.find(id, c.var.booth.customer_id);
    if (!payment) throw new Problem(404, "No such payment.");
    if (payment.status === "pending" || payment.status === "processing")
      await createQrisDesk(c.env, repository).cancel(payment);

    const ended = (await repository.findForAnyone(id)) ?? payment;
    if (ended.status !== "failed")
      throw new Problem(409, "The payment was paid meanwhile.", { payment: ended });
    return c.json(ended, 200);
  });
