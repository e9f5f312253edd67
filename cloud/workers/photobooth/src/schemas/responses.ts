import type { z } from "@hono/zod-openapi";
import { Problem } from "./fields.ts";

export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } } as const;
}

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } } as const;
}

const refusal = {
  description: "Problem details",
  content: { "application/problem+json": { schema: Problem } },
} as const;

/** For routes without a booth token. */
export const publicProblems = {
  400: refusal,
  401: refusal,
  409: refusal,
  413: refusal,
  422: refusal,
} as const;

export const boothProblems = { ...publicProblems, 403: refusal, 404: refusal, 429: refusal } as const;
