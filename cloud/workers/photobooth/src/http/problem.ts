import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppEnv } from "../env.ts";
import { logFault } from "./log.ts";

export interface FieldError {
  field: string;
  detail: string;
}

const TITLES = {
  400: "Bad request",
  401: "Not authenticated",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  410: "Gone",
  413: "Request too large",
  415: "Unsupported media type",
  422: "Invalid fields",
  429: "Too many requests",
  500: "Internal error",
  502: "A service that we depend on gave no usable answer",
  503: "Not ready",
} as const;

type ProblemStatus = keyof typeof TITLES & ContentfulStatusCode;

/** Thrown anywhere below a route; answered as RFC 9457 problem details. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly members: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    status: ProblemStatus,
    detail: string,
    members: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    super(detail);
    this.status = status;
    this.members = members;
    this.headers = headers;
  }

  /** What the log may say of it. */
  get logged(): string {
    return this.message;
  }
}

export function answerProblem(c: Context<AppEnv>, problem: Problem): Response {
  const { status, message, members, headers } = problem;
  return c.body(
    JSON.stringify({ type: "about:blank", title: TITLES[status], status, detail: message, ...members }),
    status,
    {
      ...headers,
      "content-type": "application/problem+json",
    },
  );
}

export function answerError(error: Error, c: Context<AppEnv>): Response {
  if (error instanceof Problem) return answerProblem(c, error);
  // What Hono refuses before a schema sees it: a body that is no JSON, or not said to be.
  if (error instanceof HTTPException && (error.status === 400 || error.status === 415))
    return answerProblem(c, new Problem(error.status, `${error.message}.`));

  logFault(c.var.requestId, error);
  return answerProblem(
    c,
    new Problem(500, "Something went wrong on our side.", { request_id: c.var.requestId }),
  );
}
