import { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "../env.ts";
import { MOST_FIELD_ERRORS } from "../schemas/problem.ts";
import { requireBooth, requireXendit } from "./auth.ts";
import { Problem } from "./problem.ts";

/** A router whose schemas refuse bad fields with one entry each. */
export function createRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.slice(0, MOST_FIELD_ERRORS).map((issue) => ({
        field: issue.path.join("."),
        detail: issue.message,
      }));
      throw new Problem(422, "Some fields are not as they should be.", { errors });
    },
  });
}

/** Spread into the definition of a route that only a booth may use. */
export const forBooths = {
  middleware: requireBooth,
  security: [{ boothToken: [] }],
};

export const forXendit = {
  middleware: requireXendit,
  security: [{ xenditCallbackToken: [] }],
};
