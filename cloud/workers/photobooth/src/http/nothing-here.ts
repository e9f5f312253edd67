import type { Hono, NotFoundHandler } from "hono";
import type { AppEnv } from "../env.ts";
import { answerProblem, Problem } from "./problem.ts";

const METHODS = ["GET", "POST", "PATCH"];

/** Tells a path that there is not from one that takes other methods. */
export function answerNothingHere(app: Pick<Hono<AppEnv>, "router">): NotFoundHandler<AppEnv> {
  return (c) => {
    const allowed = METHODS.filter((method) => answers(app, method, c.req.path));
    if (allowed.length === 0) return answerProblem(c, new Problem(404, "There is nothing here."));
    const allow = allowed.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", ");
    return answerProblem(c, new Problem(405, `This path takes ${allow}.`, {}, { allow }));
  };
}

/** Whether a route of its own answers, and not only what holds for every request. */
function answers(app: Pick<Hono<AppEnv>, "router">, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path);
  return handlers.some(([[, route]]) => route.method === method);
}
