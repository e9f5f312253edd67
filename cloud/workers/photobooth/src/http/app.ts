import type { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import type { AppEnv } from "../env.ts";
import { describeApi } from "./description.ts";
import { guardAnswers, identifyRequests } from "./every-answer.ts";
import { logRequests } from "./log.ts";
import { answerNothingHere } from "./nothing-here.ts";
import { answerError, Problem } from "./problem.ts";
import { createRouter } from "./router.ts";

/** Room for a hundred sync events of 5 kB each. */
const MAX_BODY_BYTES = 512 * 1024;

/** The application without its routes: what holds for every request. */
export function createApp(): OpenAPIHono<AppEnv> {
  const app = createRouter();
  app.use(identifyRequests, logRequests);
  app.use("/api/*", guardAnswers);
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new Problem(413, `A body may have at most ${MAX_BODY_BYTES} bytes.`);
      },
    }),
  );
  app.onError(answerError);
  app.notFound(answerNothingHere(app));
  describeApi(app);
  return app;
}
