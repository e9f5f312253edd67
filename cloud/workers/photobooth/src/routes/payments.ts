import { createRoute, z } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PaymentRepository, platformFee } from "@repo/photobooth-core";
import { requireOwnCustomer } from "../http/auth.ts";
import { requireSellingLicense } from "../http/license.ts";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { codeExpiry } from "../qris/code-issuer.ts";
import { assertWithinQrisLimits, createCodeIssuer } from "../qris/create-qris-desk.ts";
import { LicenseProblem } from "../schemas/license.ts";
import { NewPayment, Payment, Payments } from "../schemas/payment.ts";
import { BODY, BOOTH, json, jsonBody, problem, problems } from "../schemas/responses.ts";

const create = createRoute({
  method: "post",
  path: "/",
  operationId: "createPayment",
  tags: ["Payments"],
  summary: "Record a payment; for QRIS, get a code to pay by",
  description:
    "Cash and vouchers are completed at once. Repeated, it answers the payment that is there, and gets the QRIS code that an outage withheld.",
  ...forBooths,
  request: { body: jsonBody(NewPayment) },
  responses: {
    200: json(Payment, "Recorded before; as it stands now."),
    201: json(Payment, "Recorded."),
    ...problems(...BODY, ...BOOTH, 404, 409, 502, 503),
    403: problem("Another customer's customer_id; or QRIS with a licence that is not valid any more.", {
      schema: LicenseProblem,
    }),
  },
});

const LATE_FOR_MS = 30 * 24 * 3600 * 1000;

const listLate = createRoute({
  method: "get",
  path: "/",
  operationId: "listLatePayments",
  tags: ["Payments"],
  summary: "What was paid late and waits for a person",
  description:
    "With `late=1`, the only question that this path answers: the customer's payments of the last 30 days that came after they were cancelled or had expired, newest first, at most a hundred.",
  ...forBooths,
  request: { query: z.object({ late: z.literal("1") }) },
  responses: { 200: json(Payments, "Refunded ones too."), ...problems(...BOOTH, 422) },
});

export const payments = createRouter();

payments.openapi(listLate, async (c) => {
  const since = new Date(Date.now() - LATE_FOR_MS).toISOString();
  const repository = new PaymentRepository(createDb(c.env.DB));
  return c.json({ payments: await repository.listLate(c.var.booth.customer_id, since) }, 200);
});

/** Idempotent by id. The row is there before Xendit is asked, and asking again makes up for a crash in between. */
payments.openapi(create, async (c) => {
  const { expires_in_s, currency: _, ...sale } = c.req.valid("json");
  requireOwnCustomer(c, sale.customer_id);
  if (sale.method === "qris") assertWithinQrisLimits(sale.amount, c.env);

  const repository = new PaymentRepository(createDb(c.env.DB));
  if (sale.method === "qris" && !(await repository.find(sale.id, sale.customer_id)))
    await requireSellingLicense(c);
  const rate = c.env.PLATFORM_FEE_BPS[c.var.booth.license_type];
  const recording = await repository.record({
    ...sale,
    booth_id: c.var.booth.id,
    platform_fee: platformFee(sale.amount, rate),
    ...(sale.method === "qris" && { expires_at: codeExpiry(expires_in_s) }),
  });
  if (recording.outcome === "foreign") throw new Problem(404, "No such payment.");
  if (recording.outcome === "conflict")
    throw new Problem(409, "This id has another amount, method or voucher.");

  const status = recording.outcome === "recorded" ? 201 : 200;
  const { payment } = recording;
  if (payment.method !== "qris" || payment.status !== "pending" || payment.qr_string !== null)
    return c.json(payment, status);

  await createCodeIssuer(c.env, repository).issue(payment, expires_in_s);
  return c.json((await repository.findForAnyone(payment.id)) ?? payment, status);
});
