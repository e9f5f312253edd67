import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { PhotoRepository } from "@repo/photobooth-core";
import { requireOwnCustomer } from "../http/auth.ts";
import { Problem } from "../http/problem.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { IdParam } from "../schemas/fields.ts";
import { NewPhoto, Photo } from "../schemas/photo.ts";
import { BODY, BOOTH, json, jsonBody, problems } from "../schemas/responses.ts";

const log = createRoute({
  method: "post",
  path: "/",
  operationId: "logPhoto",
  tags: ["Photos and printers"],
  summary: "Tell of a photo, or of a newer version of it",
  description: "A photo keeps its first code and its first created_at.",
  ...forBooths,
  request: { body: jsonBody(NewPhoto) },
  responses: {
    200: json(Photo, "The stored photo, which may be newer than the one sent."),
    ...problems(...BODY, ...BOOTH, 403, 404, 409, 410),
  },
});

const show = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "showPhoto",
  tags: ["Photos and printers"],
  summary: "A photo's row",
  ...forBooths,
  request: { params: IdParam },
  responses: { 200: json(Photo, "The photo."), ...problems(...BOOTH, 404, 422) },
});

export const photos = createRouter()
  .openapi(log, async (c) => {
    const candidate = c.req.valid("json");
    requireOwnCustomer(c, candidate.customer_id);
    const logging = await new PhotoRepository(createDb(c.env.DB)).log(candidate);
    if (logging.outcome === "foreign") throw new Problem(404, "No such photo.");
    if (logging.outcome === "gone")
      throw new Problem(410, "The photo's time is up, and it has been deleted.");
    if (logging.outcome === "code_conflict")
      throw new Problem(409, "The code is in use, or differs from the photo's first one.");
    return c.json(logging.photo, 200);
  })
  .openapi(show, async (c) => {
    const photo = await new PhotoRepository(createDb(c.env.DB)).find(
      c.req.valid("param").id,
      c.var.booth.customer_id,
    );
    if (!photo) throw new Problem(404, "No such photo.");
    return c.json(photo, 200);
  });
