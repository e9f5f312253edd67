import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PrinterRepository } from "@repo/photobooth-core";
import { requireOwnCustomer } from "../http/auth.ts";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { NewPrinter, Printer, Printers } from "../schemas/printer.ts";
import { BODY, BOOTH, json, jsonBody, problems } from "../schemas/responses.ts";

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listPrinters",
  tags: ["Photos and printers"],
  summary: "The customer's printers, oldest first",
  ...forBooths,
  responses: { 200: json(Printers, "All of them."), ...problems(...BOOTH) },
});

const register = createRoute({
  method: "post",
  path: "/",
  operationId: "registerPrinter",
  tags: ["Photos and printers"],
  summary: "Tell of a printer, or of a newer version of it",
  ...forBooths,
  request: { body: jsonBody(NewPrinter) },
  responses: {
    200: json(Printer, "The stored printer, which may be newer than the one sent."),
    ...problems(...BODY, ...BOOTH, 403, 404),
  },
});

export const printers = createRouter()
  .openapi(list, async (c) => {
    const repository = new PrinterRepository(createDb(c.env.DB));
    return c.json({ printers: await repository.list(c.var.booth.customer_id) }, 200);
  })
  .openapi(register, async (c) => {
    const candidate = c.req.valid("json");
    requireOwnCustomer(c, candidate.customer_id);
    const printer = await new PrinterRepository(createDb(c.env.DB)).register(candidate);
    if (!printer) throw new Problem(404, "No such printer.");
    return c.json(printer, 200);
  });
