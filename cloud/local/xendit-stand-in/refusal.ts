import type { Context } from "hono";

export function refuse(c: Context, status: 400 | 403 | 404 | 409, error_code: string) {
  return c.json({ error_code, message: "Refused by the stand-in for Xendit" }, status);
}
