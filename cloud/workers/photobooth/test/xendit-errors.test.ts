import { expect, test } from "vitest";
import { xenditError } from "../src/qris/xendit-errors.ts";

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

test.each([
  [{ "rate-limit-reset": "58.37" }, "59"],
  [{ "rate-limit-reset": "0.2" }, "1"],
  [{ "rate-limit-reset": "0" }, "1"],
  [{ "retry-after": "12" }, "12"],
  [{ "rate-limit-reset": "3", "retry-after": "12" }, "3"],
  [{ "rate-limit-reset": "86400" }, "60"],
  [{ "rate-limit-reset": "-1" }, "5"],
  [{ "rate-limit-reset": "soon" }, "5"],
  [{}, "5"],
])("after 429 with %j the booth may come back in %s s", (headers, seconds) => {
  const problem = xenditError(answer(429, headers), "RATE_LIMIT_EXCEEDED");
  expect(problem.status).toBe(503);
  expect(problem.headers).toEqual({ "retry-after": seconds });
});

test.each([
  [400, "PAYMENT_REQUEST_RATE_LIMITED", 503],
  [400, "TEMPORARILY_UNAVAILABLE", 503],
  [400, "API_VALIDATION_ERROR", 502],
  [401, "INVALID_API_KEY", 502],
  [500, "SERVER_ERROR", 502],
  [503, "CHANNEL_UNAVAILABLE", 502],
])("Xendit's %d %s is the booth's %s", (status, code, told) => {
  expect(xenditError(answer(status), code).status).toBe(told);
});
