import { expect, test } from "vitest";
import { type Json, send, TestBooth } from "./booth.ts";
import { OPERATIONS } from "./operations.ts";

test("health names the last migration", async () => {
  const { status, body } = await send("GET", "/api/health");
  expect(status).toBe(200);
  expect(body).toEqual({ ok: true, database: "ok", bucket: "ok", migration: "0007_films" });
});

test("the OpenAPI document tells a stranger what each operation does, and names no server", async () => {
  const { body } = await send("GET", "/api/openapi.json");
  const tags = body.tags.map(({ name }: { name: string }) => name);
  expect(body.servers).toBeUndefined();
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  for (const { method, path } of OPERATIONS) {
    const told = body.paths[path][method.toLowerCase()];
    expect(told.summary).toMatch(/^[A-Z].{10,}/);
    expect(tags).toContain(told.tags[0]);
    for (const { description, headers } of Object.values<Json & { headers: Json }>(told.responses)) {
      expect(description).toMatch(/^[A-Z].*\.$/);
      expect(headers["x-request-id"]).toMatchObject({ required: true });
    }
  }
});

test.each([
  ["PUT", "/api/payments", "GET, HEAD, POST"],
  ["OPTIONS", "/api/payments", "GET, HEAD, POST"],
  ["DELETE", "/api/printers", "GET, HEAD, POST"],
  ["POST", "/api/health", "GET, HEAD"],
  ["PROPFIND", "/api/photos/1", "GET, HEAD"],
])("%s %s is told what the path takes", async (method, path, allow) => {
  const { status, headers, body } = await send(method, path);
  expect(status).toBe(405);
  expect(headers.get("allow")).toBe(allow);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body.title).toBe("Method not allowed");
});

test("HEAD is answered as GET is, without the body", async () => {
  const { status, body } = await send("HEAD", "/api/health");
  expect(status).toBe(200);
  expect(body).toBe("");
});

test.each([
  ["OPTIONS", { "access-control-request-method": "POST", "access-control-request-headers": "authorization" }],
  ["GET", {}],
  ["POST", {}],
])("browsers of another origin are not let in by %s", async (method, headers) => {
  const asked = await send(method, "/api/printers", undefined, {
    origin: "https://elsewhere.test",
    ...headers,
  });
  expect([...asked.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test("a request id that the caller brings is not taken", async () => {
  const { headers } = await send("GET", "/api/health", undefined, { "x-request-id": "mine" });
  expect(headers.get("x-request-id")).not.toBe("mine");
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

test.each([
  ["2026-02-30T10:00:00.000Z"],
  ["2025-02-29T10:00:00.000Z"],
  ["2026-04-31T10:00:00.000Z"],
  ["2026-07-30T24:00:00.000Z"],
  ["2026-07-30T10:00:00Z"],
  ["2026-07-30T10:00:00.000+07:00"],
])("%s is a time that no calendar or clock has in UTC", async (created_at) => {
  const booth = await TestBooth.register();
  const { status, body } = await booth.post("/api/printers", booth.printer({ created_at }));
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ field: "created_at" }]);
});

test.each([
  "\u0000",
  "a\u0000b",
  "line\nbreak",
  "\ud800",
  "a\udfff",
  "\u0085",
  "   ",
  "\u3000",
  "x".repeat(201),
])("the text %j is refused", async (name) => {
  const booth = await TestBooth.register();
  expect((await booth.post("/api/printers", booth.printer({ name }))).status).toBe(422);
});

test.each(["é", "😀".repeat(200), " Front ", "写真", "a\u200db"])(
  "the text %j is kept as it was sent",
  async (name) => {
    const booth = await TestBooth.register();
    expect((await booth.post("/api/printers", booth.printer({ name }))).body.name).toBe(name);
  },
);

test.each(["1e400", "-1e400", "1e16", "NaN", "35000.5"])("the amount %s is refused", async (amount) => {
  const booth = await TestBooth.register();
  const body = JSON.stringify(booth.payment({ amount: 0 })).replace('"amount":0', `"amount":${amount}`);
  const { status } = await send("POST", "/api/payments", body, { authorization: booth.authorization });
  expect([400, 422]).toContain(status);
});

test("a body with more faults than anybody reads is answered with the first fifty", async () => {
  const booth = await TestBooth.register();
  const body = `{"events":[${"1,".repeat(99)}1]}`;
  const answer = await send("POST", "/api/sync", body, { authorization: booth.authorization });
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toHaveLength(50);
});
