import { z } from "@hono/zod-openapi";
import { Id, LicenseKey, LicenseType, Text, Time } from "./fields.ts";

export const NewCustomer = z
  .object({
    id: Id,
    name: Text,
    email: z.email().max(254),
    phone: Text.nullable().default(null),
    license_key: LicenseKey,
  })
  .openapi("NewCustomer");

export const Customer = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    license_key: z.string(),
    license_type: LicenseType,
    purchase_date: Time,
    created_at: Time,
    updated_at: Time,
  })
  .openapi("Customer");
