import { z } from "@hono/zod-openapi";
import { Id, Time, Version } from "./fields.ts";
import { Text } from "./text.ts";

/** Above it somebody typed a zero too many. */
const MOST = 20_000_000;

const Rupiah = z.int().min(0).max(MOST);

const PackageKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be a package's key: small letters, digits and dashes")
  .openapi({ description: "The package's key in the booths' settings.", example: "strip" });

const Fields = z.object({
  id: Id,
  customer_id: Id,
  package: PackageKey,
  event: Text.or(z.literal("")).openapi({ description: "As in the booths' settings; empty for any." }),
  price: Rupiah.openapi({ description: "Whole rupiah, for the package's own copies; 0 is free." }),
  extra_copy: Rupiah.openapi({ description: "Whole rupiah, for each copy beyond them." }),
  valid_from: Time.nullable().openapi({ description: "From when on it holds; null: from ever." }),
  valid_to: Time.nullable().openapi({ description: "From when on it does not any more; null: for ever." }),
  withdrawn: z.boolean().openapi({ description: "Holds no more. It stays, so that booths hear of it." }),
  created_at: Time,
  version: Version,
});

export const NewPrice = Fields.refine(
  // Times have one form, so that their texts compare as they do.
  ({ valid_from, valid_to }) => valid_from === null || valid_to === null || valid_from < valid_to,
  { path: ["valid_to"], error: "must be after valid_from" },
).openapi("NewPrice");

export const Price = Fields.extend({ package: z.string(), event: z.string() }).openapi("Price");

export const MOST_PRICES = 1000;

export const Prices = z.object({ prices: z.array(Price).max(MOST_PRICES) }).openapi("Prices");
