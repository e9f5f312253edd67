import { expect, test } from "vitest";
import { send, TestBooth } from "./booth.ts";

test("health names the last migration", async () => {
  const { status, body } = await send("GET", "/api/health");
  expect(status).toBe(200);
  expect(body).toEqual({ ok: true, database: "ok", bucket: "ok", migration: "0002_whole_cloud" });
});

test("the OpenAPI document describes every route of the API", async () => {
  const { body } = await send("GET", "/api/openapi.json");
  expect(Object.keys(body.paths).sort()).toEqual([
    "/api/booths",
    "/api/customers",
    "/api/customers/{id}",
    "/api/health",
    "/api/payments",
    "/api/payments/{id}",
    "/api/payments/{id}/cancel",
    "/api/photos",
    "/api/photos/{id}",
    "/api/printers",
    "/api/sync",
    "/api/upload-credentials",
    "/api/webhooks/xendit",
  ]);
  expect(body.paths["/api/payments"].post.security).toEqual([{ boothToken: [] }]);
});

test("an unknown path is a problem like any other", async () => {
  const { status, headers, body } = await send("GET", "/api/nothing");
  expect(status).toBe(404);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body).toEqual({
    type: "about:blank",
    title: "Not found",
    status: 404,
    detail: "There is nothing here.",
  });
});

test("every answer carries a request id", async () => {
  expect((await send("GET", "/api/health")).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ["no JSON", "{", "application/json", 400],
  ["not said to be JSON", "{}", "text/plain", 415],
  ["too large", JSON.stringify({ name: "x".repeat(600_000) }), "application/json", 413],
])("a body that is %s is refused", async (_, body, type, status) => {
  expect((await send("POST", "/api/customers", body, { "content-type": type })).status).toBe(status);
});

test("a bad path parameter is a named field", async () => {
  const booth = await TestBooth.register();
  const { status, body } = await booth.get("/api/payments/1");
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ field: "id" }]);
});
