import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { CustomerRepository } from "@repo/photobooth-core";
import { requireLicense } from "../http/license.ts";
import { Problem } from "../http/problem.ts";
import { limitAddress } from "../http/rate-limit.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { Customer, CustomerChanges, NewCustomer } from "../schemas/customer.ts";
import { IdParam } from "../schemas/fields.ts";
import { LicenseProblem } from "../schemas/license.ts";
import { BODY, BOOTH, json, jsonBody, problem, problems } from "../schemas/responses.ts";

const create = createRoute({
  method: "post",
  path: "/",
  operationId: "createCustomer",
  tags: ["Setting up"],
  summary: "Create a licence's holder, or find it",
  description:
    "A licence has one customer. Asked with a known licence and the same name, email and phone, the stored row answers, whatever id was sent.",
  middleware: limitAddress("set-up"),
  request: { body: jsonBody(NewCustomer) },
  responses: {
    200: json(Customer, "The customer that the licence has already."),
    201: json(Customer, "Created."),
    ...problems(...BODY, 409, 429),
    401: problem("The licence key is not valid, or no longer.", { schema: LicenseProblem }),
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

const change = createRoute({
  method: "patch",
  path: "/{id}",
  operationId: "changeCustomer",
  tags: ["Setting up"],
  summary: "Change how long guests' pictures are kept",
  description: "Pictures that are older are deleted with the rows about them, and do not come back.",
  ...forBooths,
  request: { params: IdParam, body: jsonBody(CustomerChanges) },
  responses: { 200: json(Customer, "The customer, changed."), ...problems(...BODY, ...BOOTH, 404) },
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
  })
  .openapi(change, async (c) => {
    const { id } = c.req.valid("param");
    if (id !== c.var.booth.customer_id) throw new Problem(404, "No such customer.");
    const { retention_days } = c.req.valid("json");
    const customer = await new CustomerRepository(createDb(c.env.DB)).keepPicturesFor(
      id,
      retention_days,
      new Date().toISOString(),
    );
    if (!customer) throw new Problem(404, "No such customer.");
    return c.json(customer, 200);
  });
