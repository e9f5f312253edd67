import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { BoothRepository, CustomerRepository, hashToken, newToken } from "@repo/photobooth-core";
import { requireLicense } from "../http/license.ts";
import { Problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { NewBooth, RegisteredBooth } from "../schemas/booth.ts";
import { BODY, json, jsonBody, problems } from "../schemas/responses.ts";

const register = createRoute({
  method: "post",
  path: "/",
  operationId: "registerBooth",
  tags: ["Setting up"],
  summary: "Register a booth",
  description:
    "The licence says whose booth it is. Registered again, a booth gets a new token and loses the old one.",
  request: { body: jsonBody(NewBooth) },
  responses: {
    201: json(RegisteredBooth, "Registered; the token is told this once."),
    ...problems(...BODY, 401, 404, 409),
  },
});

export const booths = createRouter().openapi(register, async (c) => {
  const { id, name, license_key } = c.req.valid("json");
  await requireLicense(c, license_key);
  const db = createDb(c.env.DB);
  const customer = await new CustomerRepository(db).findByLicense(license_key);
  if (!customer) throw new Problem(409, "This licence has no customer yet.");

  const token = newToken();
  const booth = await new BoothRepository(db).register({
    id,
    customer_id: customer.id,
    name,
    token_hash: await hashToken(token),
    created_at: new Date().toISOString(),
  });
  if (!booth) throw new Problem(404, "No such booth.");
  return c.json({ id: booth.id, customer_id: customer.id, name, token, created_at: booth.created_at }, 201);
});
