import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AnotherCustomer, WHY_REVOKED } from "./another-customer.ts";
import { newCode, newId, send } from "./booth.ts";
import { BROKEN_DATABASE } from "./broken-database.ts";
import { GOOD_CALLS, pathOf, proofOf } from "./good-calls.ts";
import { OPERATIONS } from "./operations.ts";
import { sendWith } from "./with-env.ts";

/** A hundred requests, on a machine that may be busy. */
const PATIENCE = { timeout: 60_000 };

const LEVELS = ["debug", "info", "log", "warn", "error"] as const;

let lines: unknown[][];

beforeEach(() => {
  lines = [];
  for (const level of LEVELS) vi.spyOn(console, level).mockImplementation((...line) => void lines.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
});

test(
  "a whole session leaves one JSON object a request, nothing of a person, no secret",
  PATIENCE,
  async () => {
    const customer = await AnotherCustomer.furnish();
    const { booth } = customer;
    const requests = lines.length;
    let more = 0;
    for (const operation of OPERATIONS) {
      const call = (await GOOD_CALLS[operation.id]?.(booth)) ?? {};
      const [path, proof] = [pathOf(operation, call), proofOf(operation, booth)];
      const address = { "cf-connecting-ip": newCode() };
      await send(operation.method, path, call.body, proof);
      await send(operation.method, path, call.body, { authorization: `Bearer ${newCode()}` });
      if (call.body) await send(operation.method, path, "{", proof);
      if (call.body) await send(operation.method, path, { ...call.body, id: "1" }, proof);
      await sendWith({ DB: BROKEN_DATABASE }, operation.method, path, { ...proof, ...address }, call.body);
      more += call.body ? 5 : 3;
    }
    for (const path of [`/p/${customer.told.photo.code}`, `/p/${newCode()}`, "/elsewhere"])
      await send("GET", path);
    const refused = { id: newId(), name: "Front", license_key: booth.licenseKey };
    expect((await send("POST", "/api/booths", refused)).body.detail).toContain(WHY_REVOKED);

    expect(lines.length - requests).toBeGreaterThanOrEqual(more + 3);
    for (const line of lines) expectRecord(line);
    const written = JSON.stringify(lines);
    for (const secret of await unspeakable(customer)) expect(written).not.toContain(secret);
    expect(written).not.toMatch(/gone_\w+|insert into|select |params/i);
    expect(written).toContain('\\"status\\":500');
  },
);

function expectRecord(line: unknown[]): void {
  expect(line).toHaveLength(1);
  const record = JSON.parse(String(line[0]));
  expect(record).toMatchObject({
    level: expect.any(String),
    request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  if (record.error) expect(record).toMatchObject({ error: expect.any(String), stack: expect.any(Array) });
  else
    expect(record).toMatchObject({
      method: expect.any(String),
      route: expect.stringMatching(/^\/[a-z/:*-]*$/),
      status: expect.any(Number),
      ms: expect.any(Number),
    });
}

/** What is theirs, but for the ids by which a line is found: of booths. And what is ours alone. */
async function unspeakable(customer: AnotherCustomer): Promise<string[]> {
  const secrets = Object.entries(env)
    .filter(([name]) => /KEY|TOKEN/.test(name) && name !== "LICENSE_PUBLIC_KEY")
    .map(([, value]) => String(value));
  const { booth } = customer;
  const theirs = (await customer.values()).filter((value) => value !== booth.id);
  return [...theirs, ...secrets, WHY_REVOKED, booth.licenseKey, booth.authorization.slice("Bearer ".length)];
}
