import { createRoute, z } from "@hono/zod-openapi";
import { createDb, migrationLevel } from "@repo/db-schema";
import { createRouter } from "../http/router.ts";
import { json, problems } from "../schemas/responses.ts";

const Part = z.enum(["ok", "failing"]);
const Health = z
  .object({ ok: z.boolean(), database: Part, bucket: Part, migration: z.string().nullable() })
  .openapi("Health");

const show = createRoute({
  method: "get",
  path: "/",
  operationId: "showHealth",
  tags: ["Surroundings"],
  summary: "Whether the database and the bucket answer",
  responses: {
    200: json(Health, "Everything answers."),
    503: json(Health, "Something does not."),
    ...problems(500),
  },
});

export const health = createRouter().openapi(show, async (c) => {
  const [migration, bucket] = await Promise.allSettled([
    migrationLevel(createDb(c.env.DB)),
    c.env.ASSETS.head("backups/db-backup.sql"),
  ]);
  const level = migration.status === "fulfilled" ? (migration.value ?? null) : null;
  const report = {
    ok: level !== null && bucket.status === "fulfilled",
    database: level === null ? ("failing" as const) : ("ok" as const),
    bucket: bucket.status === "fulfilled" ? ("ok" as const) : ("failing" as const),
    migration: level,
  };
  return c.json(report, report.ok ? 200 : 503);
});
