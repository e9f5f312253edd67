import { createRoute, z } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PrinterRepository } from "@repo/photobooth-core";
import { requireOwnCustomer } from "../http/auth.ts";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { NewPrinter, Printer } from "../schemas/printer.ts";
import { boothProblems, json, jsonBody } from "../schemas/responses.ts";

const list = createRoute({
  method: "get",
  path: "/",
  ...forBooths,
  responses: {
    200: json(z.object({ printers: z.array(Printer) }), "The customer's printers"),
    ...boothProblems,
  },
});

const register = createRoute({
  method: "post",
  path: "/",
  ...forBooths,
  request: { body: jsonBody(NewPrinter) },
  responses: { 200: json(Printer, "The stored printer"), ...boothProblems },
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
