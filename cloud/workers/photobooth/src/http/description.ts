import type { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "../env.ts";

const DESCRIPTION = `
What photobooths tell the cloud and ask of it. A customer is the holder of a licence; a booth belongs to a customer, and
sees that customer's rows only.

- Ids are UUIDv7 in lower case and made by the caller, so that everything may be sent again: the same id with the same
  content is the same row.
- Times are UTC with milliseconds. Amounts are whole rupiah.
- Errors are RFC 9457 problem details, as \`application/problem+json\`.
- Fields that are not named here are ignored in requests, and may be added to answers: ignore those that you do not know.
- A body has at most 512 KiB. Browsers of other origins are not let in.
`.trim();

const TAGS = [
  { name: "Setting up", description: "What a booth does once, with the licence key." },
  { name: "Payments", description: "QRIS through Xendit; cash and vouchers as reported." },
  { name: "Prices and vouchers", description: "What all booths of a customer agree on." },
  { name: "Photos and printers", description: "A booth's rows, as the cloud has them." },
  { name: "Sync", description: "What a booth did while nobody was looking, and the keys for its pictures." },
  { name: "Surroundings", description: "Xendit's news, and whether the cloud is well." },
];

const DOCUMENT = {
  openapi: "3.1.0",
  info: { title: "Photobooth cloud", version: "1", description: DESCRIPTION },
  tags: TAGS,
};

/** `/api/openapi.json`, from the schemas that validate. It names no server: the API is where the document is. */
export function describeApi(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "boothToken", {
    type: "http",
    scheme: "bearer",
    description: "The token that POST /api/booths told.",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "xenditCallbackToken", {
    type: "apiKey",
    in: "header",
    name: "x-callback-token",
    description: "The verification token of Xendit's webhook settings.",
  });
  let written: string | undefined;
  app.get("/api/openapi.json", (c) => {
    // Once, because writing it takes as long as a dozen other answers.
    written ??= JSON.stringify(app.getOpenAPI31Document(DOCUMENT));
    return c.body(written, 200, { "content-type": "application/json" });
  });
}
