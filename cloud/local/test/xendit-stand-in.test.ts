import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { createStandIn } from "../xendit-stand-in/app.ts";
import { Desk } from "../xendit-stand-in/desk.ts";
import { FaultBook } from "../xendit-stand-in/faults/fault-book.ts";
import { type PaymentRequest, webhookBody } from "../xendit-stand-in/payment-request.ts";
import { qrisString } from "../xendit-stand-in/qris-string.ts";
import { Store } from "../xendit-stand-in/store.ts";
import { endOverdue } from "../xendit-stand-in/time-passes.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes
type Answer = any;

const SECRET_KEY = "secret";
const authorization = `Basic ${btoa(`${SECRET_KEY}:`)}`;

let folder: string;
let announced: PaymentRequest[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "xendit-stand-in-"));
  announced = [];
});

/** A stand-in on the same folder, as after a restart. */
function startStandIn(payAfterMs: number | "off" = "off") {
  const store = new Store(folder);
  const desk = new Desk(store, (request) => announced.push(request));
  const app = createStandIn({ store, desk, faults: new FaultBook(), secretKey: SECRET_KEY });
  const ask = async (method: string, path = "", body?: object) => {
    const headers = { authorization, "api-version": "2024-11-11" };
    const response = await app.request(`/v3/payment_requests${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
  };
  const waitUntil = (now: number) => endOverdue({ store, desk, payAfterMs }, now);
  return { app, ask, waitUntil };
}

const purchase = (fields: object = {}) => ({
  reference_id: "p1",
  request_amount: 35_000,
  currency: "IDR",
  channel_code: "QRIS",
  channel_properties: { expires_at: new Date(Date.now() + 60_000).toISOString() },
  ...fields,
});

test("a payment request is opened with a QR string, by one who says that it is no Xendit", async () => {
  const { status, headers, body } = await startStandIn().ask("POST", "", purchase());
  expect(status).toBe(201);
  expect(headers.get("x-stand-in")).toContain("Not Xendit");
  expect(body).toMatchObject({ reference_id: "p1", status: "REQUIRES_ACTION", request_amount: 35_000 });
  expect(body.actions).toMatchObject([{ type: "PRESENT_TO_CUSTOMER", descriptor: "QR_STRING" }]);
});

test("a wrong key is refused", async () => {
  const { app } = startStandIn();
  expect((await app.request("/v3/payment_requests/pr-1")).status).toBe(401);
});

test("a reference is one payment request: the same again, or a refusal", async () => {
  const { ask } = startStandIn();
  const first = await ask("POST", "", purchase());
  expect((await ask("POST", "", purchase())).body.payment_request_id).toBe(first.body.payment_request_id);
  expect(await ask("POST", "", purchase({ request_amount: 1 }))).toMatchObject({
    status: 409,
    body: { error_code: "DUPLICATE_ERROR" },
  });
});

test("a simulated payment answers PENDING and is told by webhook", async () => {
  const { ask } = startStandIn();
  const { body } = await ask("POST", "", purchase());
  const path = `/${body.payment_request_id}`;
  expect((await ask("POST", `${path}/simulate`, { amount: 35_000 })).body.status).toBe("PENDING");
  expect((await ask("GET", path)).body.status).toBe("SUCCEEDED");
  const [request] = announced;
  const [webhook] = request?.webhooks ?? [];
  expect(request && webhook && webhookBody(request, webhook.event)).toMatchObject({
    event: "payment.capture",
    data: { reference_id: "p1", status: "SUCCEEDED", request_amount: 35_000, currency: "IDR" },
  });
});

test("what has ended is neither paid nor cancelled", async () => {
  const { ask } = startStandIn();
  const { body } = await ask("POST", "", purchase());
  const path = `/${body.payment_request_id}`;
  expect((await ask("POST", `${path}/cancel`, {})).body.status).toBe("CANCELED");
  expect((await ask("POST", `${path}/simulate`, { amount: 35_000 })).status).toBe(409);
  expect((await ask("POST", `${path}/cancel`, {})).status).toBe(409);
});

test("a guest who was about to pay does so after a restart", async () => {
  const { body } = await startStandIn(1000).ask("POST", "", purchase());
  const restarted = startStandIn(1000);
  restarted.waitUntil(Date.now() + 500);
  expect((await restarted.ask("GET", `/${body.payment_request_id}`)).body.status).toBe("REQUIRES_ACTION");
  restarted.waitUntil(Date.now() + 1000);
  expect((await restarted.ask("GET", `/${body.payment_request_id}`)).body.status).toBe("SUCCEEDED");
});

test("nobody pays after the expiry", async () => {
  const { ask, waitUntil } = startStandIn();
  const { body } = await ask("POST", "", purchase());
  waitUntil(Date.now() + 60_001);
  expect((await ask("GET", `/${body.payment_request_id}`)).body.status).toBe("EXPIRED");
  expect(announced).toHaveLength(1);
});

test("a person pays by a click", async () => {
  const { app, ask } = startStandIn();
  const { body } = await ask("POST", "", purchase());
  expect(await (await app.request("/")).text()).toContain("This is a stand-in for Xendit");
  expect((await app.request("/pay/p1", { method: "POST" })).status).toBe(303);
  expect((await ask("GET", `/${body.payment_request_id}`)).body.status).toBe("SUCCEEDED");
});

test("the QR string has QRIS's form", () => {
  expect(qrisString(35_000, "0198f3c2-5b7e-7c31-9d2a-6f0e8a4b1c77")).toMatch(
    /^000201010212.*5405350005802ID.*6304[0-9A-F]{4}$/,
  );
});
