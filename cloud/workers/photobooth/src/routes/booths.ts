import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { BoothRepository, CustomerRepository, hashToken, newToken } from "@repo/photobooth-core";
import { requireLicense } from "../http/license.ts";
import { Problem } from "../http/problem.ts";
import { limitAddress } from "../http/rate-limit.ts";
import { createRouter } from "../http/router.ts";
import { NewBooth, RegisteredBooth } from "../schemas/booth.ts";
import { LicenseProblem } from "../schemas/license.ts";
import { BODY, json, jsonBody, problem, problems } from "../schemas/responses.ts";

const register = createRoute({
  method: "post",
  path: "/",
  operationId: "registerBooth",
  tags: ["Setting up"],
  summary: "Register a booth",
  description:
    "The licence says whose booth it is. Registered again, a booth gets a new token and loses the old one.",
  middleware: limitAddress("set-up"),
  request: { body: jsonBody(NewBooth) },
  responses: {
    201: json(RegisteredBooth, "Registered; the token is told this once."),
    ...problems(...BODY, 404, 409, 429),
    401: problem("The licence key is not valid, or no longer.", { schema: LicenseProblem }),
  },
});

export const booths = createRouter().openapi(register, async (c) => {
  const { id, name, license_key } = c.req.valid("json");
  await requireLicense(c, license_key);
  const db = createDb(c.env.DB);
  const customer = await new CustomerRepository(db).findByLicense(license_key);
  if (!customer) throw new Problem(409, "This licence has no customer yet.");

  const token = newToken(id);
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
