import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { BoothRepository, ReportRepository } from "@repo/photobooth-core";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { Report, ReportQuery } from "../schemas/report.ts";
import { BOOTH, json, problems } from "../schemas/responses.ts";

const show = createRoute({
  method: "get",
  path: "/",
  operationId: "showReport",
  tags: ["Payments"],
  summary: "What was taken in a time, by method",
  description: "Completed payments with `paid_at` from `from` on and before `to`, at most 366 days.",
  ...forBooths,
  request: { query: ReportQuery },
  responses: { 200: json(Report, "As the cloud has it now."), ...problems(...BOOTH, 404, 422) },
});

export const report = createRouter().openapi(show, async (c) => {
  const { from, to, booth = c.var.booth.id } = c.req.valid("query");
  const { customer_id: customerId } = c.var.booth;
  const db = createDb(c.env.DB);
  const boothId = booth === "all" ? undefined : booth;
  if (boothId !== undefined && !(await new BoothRepository(db).belongsTo(boothId, customerId)))
    throw new Problem(404, "No such booth.");
  const told = await new ReportRepository(db).read({ customerId, boothId, from, to });
  return c.json({ from, to, booth, ...told }, 200);
});
