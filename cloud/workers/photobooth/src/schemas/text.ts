import { z } from "@hono/zod-openapi";

const CONTROL = "\\u0000-\\u001f\\u007f-\\u009f";

/** JavaScript's; what `\s` means elsewhere differs. */
const WHITE_SPACE = "\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

const PATTERN = `^[${WHITE_SPACE}]*[^${WHITE_SPACE}${CONTROL}][^${CONTROL}]*$`;

/** Counts characters as JSON Schema does; `max()` would count UTF-16 units. */
export function upTo(longest: number) {
  return z
    .string()
    .min(1)
    .refine((text) => [...text].length <= longest, `must have at most ${longest} characters`)
    .openapi({ maxLength: longest });
}

/** Kept as it was sent. A NUL would end it in an SQL dump, and half a surrogate pair is no text at all. */
export const Text = upTo(200)
  .regex(new RegExp(PATTERN), "must have a visible character, and no control characters")
  .refine((text) => text.isWellFormed(), "must be well-formed Unicode")
  .openapi({
    description:
      "Kept as it was sent. At least one visible character, no control characters, no half surrogate pairs.",
    example: "Studio Senja",
  });
