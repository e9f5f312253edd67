import { z } from "@hono/zod-openapi";
import { Email, Id, LicenseKey, LicenseType, Time } from "./fields.ts";
import { Text } from "./text.ts";

/** Ten years at the most: who wants to keep pictures for ever keeps them elsewhere. */
const RetentionDays = z.int().min(1).max(3650);

export const NewCustomer = z
  .object({
    id: Id,
    name: Text,
    email: Email,
    phone: Text.nullable().default(null),
    license_key: LicenseKey,
    retention_days: RetentionDays.default(30),
  })
  .openapi("NewCustomer");

export const CustomerChanges = z.object({ retention_days: RetentionDays }).openapi("CustomerChanges");

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
    retention_days: z.int(),
  })
  .openapi("Customer");
