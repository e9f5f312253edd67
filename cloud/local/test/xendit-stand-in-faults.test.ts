import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { createStandIn } from "../xendit-stand-in/app.ts";
import { Desk } from "../xendit-stand-in/desk.ts";
import { FaultBook } from "../xendit-stand-in/faults/fault-book.ts";
import { Store } from "../xendit-stand-in/store.ts";

interface Answer {
  faults?: object[];
  errors?: string[];
}

const SECRET_KEY = "secret";

let app: ReturnType<typeof createStandIn>;

beforeEach(() => {
  const store = new Store(mkdtempSync(join(tmpdir(), "xendit-stand-in-")));
  app = createStandIn({
    store,
    desk: new Desk(store, () => undefined),
    faults: new FaultBook(),
    secretKey: SECRET_KEY,
  });
});

async function faults(method: string, body?: unknown) {
  const response = await app.request("/faults", {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

async function call(method: string, path: string, body?: object): Promise<Response> {
  return await app.request(`/v3/payment_requests${path}`, {
    method,
    headers: { authorization: `Basic ${btoa(`${SECRET_KEY}:`)}`, "api-version": "2024-11-11" },
    ...(body && { body: JSON.stringify(body) }),
  });
}

const create = (reference_id = "p1") =>
  call("POST", "", { reference_id, request_amount: 35_000, currency: "IDR", channel_code: "QRIS" });

test("faults are put, told with how often they struck, and ended", async () => {
  const put = [{ fault: "server_error", call: "create", times: 2 }, { fault: "lost" }];
  expect((await faults("PUT", { faults: put })).status).toBe(200);
  await create();
  expect((await faults("GET")).body).toEqual({
    faults: [
      { fault: "server_error", call: "create", times: 1, struck: 1 },
      { fault: "lost", struck: 0 },
    ],
  });
  expect((await faults("DELETE")).body).toEqual({ faults: [] });
  expect((await create()).status).toBe(201);
});

test("a fault strikes as often as it was told to, calls of its kind alone", async () => {
  await faults("PUT", { faults: [{ fault: "server_error", call: "create", times: 2 }] });
  expect((await call("GET", "/pr-1")).status).toBe(404);
  const statuses = [await create(), await create(), await create()].map(({ status }) => status);
  expect(statuses).toEqual([500, 500, 201]);
});

test("without a number a fault strikes until it is replaced", async () => {
  await faults("PUT", { faults: [{ fault: "server_error" }] });
  for (let again = 0; again < 5; again++) expect((await create()).status).toBe(500);
  await faults("PUT", { faults: [] });
  expect((await create()).status).toBe(201);
});

test("429 comes with the headers that Xendit documents", async () => {
  await faults("PUT", { faults: [{ fault: "too_many", reset_s: 7 }] });
  const { status, headers } = await create();
  expect(status).toBe(429);
  expect(Object.fromEntries(headers)).toMatchObject({
    "rate-limit-limit": "60",
    "rate-limit-remaining": "0",
    "rate-limit-reset": "7.00",
    "x-stand-in-fault": "too_many",
  });
});

test.each([
  { fault: "slow", ms: 1 },
  { fault: "server_error" },
  { fault: "too_many", reset_s: 1 },
  { fault: "lost_answer" },
  { fault: "known_reference" },
])("an answer that $fault has touched says so", async (fault) => {
  await create();
  await faults("PUT", { faults: [fault] });
  expect((await create()).headers.get("x-stand-in-fault")).toBe(fault.fault);
});

test("an answer is lost after the work was done, any other failure comes before it", async () => {
  await faults("PUT", { faults: [{ fault: "lost_answer", times: 1 }, { fault: "known_reference" }] });
  expect((await create("done")).status).toBe(500);
  expect((await create("done")).status).toBe(409);
  await faults("PUT", { faults: [{ fault: "server_error", times: 1 }, { fault: "known_reference" }] });
  expect((await create("not done")).status).toBe(500);
  expect((await create("not done")).status).toBe(201);
});

test.each([
  [[], "faults: must be a list"],
  [{}, "faults: must be a list"],
  [{ faults: [7] }, "faults.0.fault: must be one of slow, "],
  [{ faults: [{ fault: "flood" }] }, "faults.0.fault: must be one of slow, "],
  [{ faults: [{ fault: "slow" }] }, "faults.0.ms: is missing"],
  [{ faults: [{ fault: "late", ms: 60_001 }] }, "faults.0.ms: must be a whole number from 0 to 60000"],
  [
    { faults: [{ fault: "lost" }, { fault: "twice", times: 0 }] },
    "faults.1.times: must be a whole number from 1",
  ],
  [{ faults: [{ fault: "twice", times: "2" }] }, "faults.0.times: must be a whole number from 1"],
  [{ faults: [{ fault: "too_many", reset_s: 1.5 }] }, "faults.0.reset_s: must be a whole number"],
  [{ faults: [{ fault: "lost", call: "get" }] }, "faults.0.call: lost has no such field"],
  [{ faults: [{ fault: "server_error", call: "webhook" }] }, "faults.0.call: must be one of create, "],
  [{ faults: Array(51).fill({ fault: "lost" }) }, "faults: at most 50"],
])("%j is refused, and changes nothing", async (body, complaint) => {
  await faults("PUT", { faults: [{ fault: "lost" }] });
  const refusal = await faults("PUT", body);
  expect(refusal.status).toBe(422);
  expect(refusal.body.errors).toEqual([expect.stringContaining(complaint)]);
  expect((await faults("GET")).body.faults).toEqual([{ fault: "lost", struck: 0 }]);
});

test("a guest may pay what has ended, once, where the fault is on", async () => {
  const { payment_request_id: id } = (await (await create()).json()) as { payment_request_id: string };
  const click = async () => {
    await app.request(`/pay/${id}`, { method: "POST" });
    return ((await (await call("GET", `/${id}`)).json()) as { status: string }).status;
  };
  await call("POST", `/${id}/cancel`, {});
  expect(await click()).toBe("CANCELED");
  await faults("PUT", { faults: [{ fault: "pays_late" }] });
  expect(await click()).toBe("SUCCEEDED");
});

test("what is no JSON is refused", async () => {
  expect((await app.request("/faults", { method: "PUT", body: "{" })).status).toBe(400);
});
