import { z } from "@hono/zod-openapi";
import { Id, Time, Version } from "./fields.ts";
import { Text } from "./text.ts";

export const NewPrinter = z
  .object({
    id: Id,
    customer_id: Id,
    name: Text,
    type: z.enum(["dye-sub", "inkjet", "laser"]),
    connection_type: z.enum(["usb", "network", "ipp"]),
    is_default: z.union([z.literal(0), z.literal(1)]),
    created_at: Time,
    version: Version,
  })
  .openapi("NewPrinter");

export const Printer = NewPrinter.extend({
  name: z.string(),
  type: z.string(),
  connection_type: z.string(),
  is_default: z.int(),
}).openapi("Printer");

export const Printers = z.object({ printers: z.array(Printer) }).openapi("Printers");
