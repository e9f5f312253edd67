import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PaymentRepository } from "@repo/photobooth-core";
import { requireBooth } from "../http/auth.ts";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { createXenditClient } from "../qris/create-qris-desk.ts";
import { onlyInTestMode } from "../qris/test-mode.ts";
import { XenditRefusal } from "../qris/xendit-errors.ts";
import { IdParam } from "../schemas/fields.ts";
import { Payment } from "../schemas/payment.ts";
import { BOOTH, json, problems } from "../schemas/responses.ts";

const simulate = createRoute({
  method: "post",
  path: "/{id}/simulate",
  operationId: "simulatePayment",
  tags: ["Payments"],
  summary: "Play the guest who pays by QRIS",
  description:
    "Only in Xendit's test mode; with a live key this path does not exist. Takes no body. The result comes later, as that of a real payment does.",
  ...forBooths,
  middleware: [onlyInTestMode, requireBooth] as const,
  request: { params: IdParam },
  responses: {
    202: json(Payment, "Xendit was asked; the payment as it stands now."),
    ...problems(...BOOTH, 404, 409, 422, 502, 503),
  },
});

export const paymentSimulation = createRouter().openapi(simulate, async (c) => {
  const repository = new PaymentRepository(createDb(c.env.DB));
  const payment = await repository.find(c.req.valid("param").id, c.var.booth.customer_id);
  if (!payment) throw new Problem(404, "No such payment.");
  if (payment.status !== "pending" || payment.xendit_payment_id === null)
    throw new Problem(409, "Only an open payment with a QRIS code can be simulated.");
  try {
    await createXenditClient(c.env).simulate(payment.xendit_payment_id, payment.amount);
  } catch (error) {
    if (error instanceof XenditRefusal) throw new Problem(409, error.message);
    throw error;
  }
  return c.json(payment, 202);
});
