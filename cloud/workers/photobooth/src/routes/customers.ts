import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { CustomerRepository } from "@repo/photobooth-core";
import { requireLicense } from "../http/license.ts";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { Customer, NewCustomer } from "../schemas/customer.ts";
import { IdParam } from "../schemas/fields.ts";
import { BODY, BOOTH, json, jsonBody, problems } from "../schemas/responses.ts";

const create = createRoute({
  method: "post",
  path: "/",
  operationId: "createCustomer",
  tags: ["Setting up"],
  summary: "Create a licence's holder, or find it",
  description:
    "A licence has one customer. Asked with a known licence and the same name, email and phone, the stored row answers, whatever id was sent.",
  request: { body: jsonBody(NewCustomer) },
  responses: {
    200: json(Customer, "The customer that the licence has already."),
    201: json(Customer, "Created."),
    ...problems(...BODY, 401, 409),
  },
});

const show = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "showCustomer",
  tags: ["Setting up"],
  summary: "The booth's own customer",
  ...forBooths,
  request: { params: IdParam },
  responses: { 200: json(Customer, "The customer."), ...problems(...BOOTH, 404, 422) },
});

export const customers = createRouter()
  .openapi(create, async (c) => {
    const candidate = c.req.valid("json");
    const { type, issued } = await requireLicense(c, candidate.license_key);
    const creation = await new CustomerRepository(createDb(c.env.DB)).create(
      { ...candidate, license_type: type, purchase_date: `${issued}T00:00:00.000Z` },
      new Date().toISOString(),
    );
    if (creation.outcome === "conflict")
      throw new Problem(409, "This id, email or licence belongs to a customer with other details.");
    return c.json(creation.customer, creation.outcome === "created" ? 201 : 200);
  })
  .openapi(show, async (c) => {
    const { id } = c.req.valid("param");
    const customer =
      id === c.var.booth.customer_id && (await new CustomerRepository(createDb(c.env.DB)).find(id));
    if (!customer) throw new Problem(404, "No such customer.");
    return c.json(customer, 200);
  });
