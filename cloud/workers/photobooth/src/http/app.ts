import type { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import type { AppEnv } from "../env.ts";
import { logRequests } from "./log.ts";
import { answerError, answerProblem, Problem } from "./problem.ts";
import { createRouter } from "./router.ts";

/** Room for a hundred sync events of 5 kB each. */
const MAX_BODY_BYTES = 512 * 1024;

/** The application without its routes: what holds for every request. */
export function createApp(): OpenAPIHono<AppEnv> {
  const app = createRouter();
  app.use(requestId(), logRequests);
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new Problem(413, `A body may have at most ${MAX_BODY_BYTES} bytes.`);
      },
    }),
  );
  app.onError(answerError);
  app.notFound((c) => answerProblem(c, new Problem(404, "There is nothing here.")));
  app.openAPIRegistry.registerComponent("securitySchemes", "boothToken", { type: "http", scheme: "bearer" });
  app.openAPIRegistry.registerComponent("securitySchemes", "xenditCallbackToken", {
    type: "apiKey",
    in: "header",
    name: "x-callback-token",
  });
  app.doc31("/api/openapi.json", { openapi: "3.1.0", info: { title: "Photobooth cloud", version: "1" } });
  return app;
}
