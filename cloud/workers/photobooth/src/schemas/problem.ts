import { z } from "@hono/zod-openapi";

/** How many bad fields an answer names: a body may have more of them than anybody wants to read. */
export const MOST_FIELD_ERRORS = 50;

export const Problem = z
  .object({
    type: z.string(),
    title: z.string().openapi({ description: "What the status means." }),
    status: z.int(),
    detail: z.string().openapi({ description: "What is wrong this time." }),
    errors: z
      .array(
        z.object({
          field: z.string().openapi({ description: "The way to the field; empty for the whole body." }),
          detail: z.string(),
        }),
      )
      .max(MOST_FIELD_ERRORS)
      .optional()
      .openapi({ description: "One entry for each bad field." }),
    request_id: z
      .string()
      .optional()
      .openapi({ description: "Where our side failed: what to ask us about." }),
  })
  .openapi("Problem", {
    description: "RFC 9457 problem details.",
    example: {
      type: "about:blank",
      title: "Invalid fields",
      status: 422,
      detail: "Some fields are not as they should be.",
      errors: [{ field: "amount", detail: "must be a whole number" }],
    },
  });
