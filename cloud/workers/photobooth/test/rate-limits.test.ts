import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { networkOf } from "../src/http/rate-limit.ts";
import { newCode, newCustomer, newId, send, signLicense } from "./booth.ts";
import { sendWith } from "./with-env.ts";

const LIMIT = 5;
const XENDIT = "/api/webhooks/xendit";

/** Statuses of one request more than the limit allows, and the last answer. */
async function untilTooOften(...request: Parameters<typeof sendWith>) {
  const statuses = [];
  for (let count = 0; count < LIMIT; count++) statuses.push((await sendWith(...request)).status);
  const last = await sendWith(...request);
  return { statuses: new Set(statuses), last };
}

async function registerBooth() {
  const license_key = await signLicense();
  await send("POST", "/api/customers", newCustomer({ license_key }));
  const { body } = await send("POST", "/api/booths", { id: newId(), name: "Front", license_key });
  return { authorization: `Bearer ${body.token}` };
}

const newAddress = () => ({ "cf-connecting-ip": `address-${newCode()}` });
const fewOfAnAddress = { PUBLIC_RATE_LIMITER: env.SMALL_RATE_LIMITER };

test.each([
  ["reads", "READ_RATE_LIMITER", "GET", "POST"],
  ["writes", "WRITE_RATE_LIMITER", "POST", "GET"],
])(
  "a booth that %s too often is told to wait, and may still do the other",
  async (_, limiter, method, other) => {
    const booth = await registerBooth();
    const few = { [limiter]: env.SMALL_RATE_LIMITER };
    const body = method === "POST" ? { events: [] } : undefined;
    const path = (verb: string) => (verb === "POST" ? "/api/upload-credentials" : "/api/printers");
    const { statuses, last } = await untilTooOften(few, method, path(method), booth, body);
    expect(statuses).toEqual(new Set([200]));
    expect(last.status).toBe(429);
    expect(last.headers.get("retry-after")).toBe("60");
    expect(last.headers.get("content-type")).toBe("application/problem+json");
    expect((await sendWith(few, other, path(other), booth)).status).toBe(200);
  },
);

test("one booth's haste is not another's", async () => {
  const [hasty, calm] = [await registerBooth(), await registerBooth()];
  const few = { READ_RATE_LIMITER: env.SMALL_RATE_LIMITER };
  await untilTooOften(few, "GET", "/api/printers", hasty);
  expect((await sendWith(few, "GET", "/api/printers", calm)).status).toBe(200);
});

test("an address that guesses tokens is told to wait", async () => {
  const guess = { ...newAddress(), authorization: `Bearer ${newId()}_${"A".repeat(43)}` };
  const { statuses, last } = await untilTooOften(fewOfAnAddress, "GET", "/api/printers", guess);
  expect(statuses).toEqual(new Set([401]));
  expect(last.status).toBe(429);
});

test("a booth at an address that guesses tokens goes on", async () => {
  const address = newAddress();
  await untilTooOften(fewOfAnAddress, "GET", "/api/printers", { ...address, authorization: "Bearer guess" });
  const booth = await registerBooth();
  expect((await sendWith(fewOfAnAddress, "GET", "/api/printers", { ...address, ...booth })).status).toBe(200);
});

test("an address that guesses Xendit's token is told to wait, and Xendit is heard", async () => {
  const address = newAddress();
  const guess = { ...address, "x-callback-token": "guess" };
  const { statuses, last } = await untilTooOften(fewOfAnAddress, "POST", XENDIT, guess, {});
  expect(statuses).toEqual(new Set([401]));
  expect(last.status).toBe(429);
  const xendit = { ...address, "x-callback-token": env.XENDIT_CALLBACK_TOKEN };
  const news = { event: "payment_token.activation", data: {} };
  for (let count = 0; count <= LIMIT; count++)
    expect((await sendWith(fewOfAnAddress, "POST", XENDIT, xendit, news)).status).toBe(200);
});

test.each(["/api/customers", "/api/booths", "/api/licenses/revocations"])(
  "an address that asks %s too often is told to wait, and its guests are not",
  async (path) => {
    const address = newAddress();
    const { statuses, last } = await untilTooOften(fewOfAnAddress, "POST", path, address, {});
    expect(statuses).toEqual(new Set([422]));
    expect(last.status).toBe(429);
    expect((await sendWith(fewOfAnAddress, "GET", `/p/${newCode()}`, address)).status).toBe(404);
  },
);

test("an address that tries codes of guests' pages is told to wait, and another one is not", async () => {
  const page = `/p/${newCode()}`;
  const { statuses, last } = await untilTooOften(fewOfAnAddress, "GET", page, newAddress());
  expect(statuses).toEqual(new Set([404]));
  expect(last.status).toBe(429);
  expect((await sendWith(fewOfAnAddress, "GET", page, newAddress())).status).toBe(404);
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
