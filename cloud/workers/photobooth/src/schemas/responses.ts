import { z } from "@hono/zod-openapi";
import { Problem } from "./problem.ts";

export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } } as const;
}

const requestId = z
  .uuid()
  .openapi({ description: "What our log knows this request by.", param: { required: true } });
const headers = z.object({ "x-request-id": requestId });

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, headers, content: { "application/json": { schema } } } as const;
}

export function problem<Schema extends z.ZodType = typeof Problem>(
  description: string,
  more: { headers?: z.ZodObject; schema?: Schema } = {},
) {
  return {
    description,
    headers: headers.extend(more.headers?.shape ?? {}),
    content: { "application/problem+json": { schema: (more.schema ?? Problem) as Schema } },
  } as const;
}

const retryAfter = { headers: z.object({ "retry-after": z.string().regex(/^[0-9]+$/) }) };

const PROBLEMS = {
  400: problem("The body is no JSON."),
  401: problem("The token is missing or not known.", {
    headers: z.object({ "www-authenticate": z.string().optional() }),
  }),
  403: problem("A customer_id in the body is another customer's."),
  404: problem("The customer has nothing of this id."),
  409: problem("What is stored says otherwise; nothing was changed."),
  410: problem("It was deleted when its time was up."),
  413: problem("The body is larger than half a mebibyte."),
  415: problem("The body is not said to be JSON."),
  422: problem("Fields are not as they should be: one entry in `errors` for each."),
  429: problem("Too many requests; try again after `retry-after` seconds.", retryAfter),
  500: problem("Our side failed. Nothing was changed, or what was changed may be sent again."),
  502: problem("A service that the cloud depends on gave no usable answer; try again."),
  503: problem(
    "A service that the cloud depends on is busy; try again after `retry-after` seconds.",
    retryAfter,
  ),
} as const;

type ProblemStatus = keyof typeof PROBLEMS;

/** What a route that takes a body may refuse. */
export const BODY = [400, 413, 415, 422] as const;

/** What a route for booths may refuse. */
export const BOOTH = [401, 429] as const;

/** The answers of a route that are no success; any may be 500. */
export function problems<const Status extends ProblemStatus>(
  ...statuses: readonly Status[]
): Pick<typeof PROBLEMS, Status | 500> {
  return Object.fromEntries(
    Object.entries(PROBLEMS).filter(([status]) => [500, ...statuses].includes(Number(status))),
  ) as Pick<typeof PROBLEMS, Status | 500>;
}
