import { z } from "@hono/zod-openapi";
import { Id, LicenseKey, Time } from "./fields.ts";
import { Text } from "./text.ts";

export const NewBooth = z.object({ id: Id, name: Text, license_key: LicenseKey }).openapi("NewBooth");

export const RegisteredBooth = z
  .object({ id: Id, customer_id: Id, name: z.string(), token: z.string(), created_at: Time })
  .openapi("RegisteredBooth");
