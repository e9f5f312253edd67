import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { issueR2TemporaryKeys } from "../src/uploads/r2-temporary-keys.ts";
import { newCustomer, newId, send, signLicense } from "./booth.ts";
import { sendWith } from "./with-env.ts";

const ROUTE = "/api/upload-credentials";
const R2 = { UPLOAD_CREDENTIALS: "r2-temporary", CLOUDFLARE_ACCOUNT_ID: "account" } as const;

afterEach(() => {
  vi.restoreAllMocks();
});

async function registerBooth() {
  const license_key = await signLicense();
  const customer = await send("POST", "/api/customers", newCustomer({ license_key }));
  const { body } = await send("POST", "/api/booths", { id: newId(), name: "Front", license_key });
  return { customerId: String(customer.body.id), headers: { authorization: `Bearer ${body.token}` } };
}

async function ask(changes: Partial<Cloudflare.Env>) {
  const { customerId, headers } = await registerBooth();
  return { customerId, ...(await sendWith(changes, "POST", ROUTE, headers)) };
}

/** Everything that is written to the log meanwhile. */
function listenToLog(): string[] {
  const lines: string[] = [];
  for (const level of ["info", "warn", "error"] as const)
    vi.spyOn(console, level).mockImplementation((line) => lines.push(String(line)));
  return lines;
}

test("static keys are the storage's own", async () => {
  const { status, body } = await ask({ UPLOAD_CREDENTIALS: "static" });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    endpoint: "https://s3.test",
    access_key_id: "test-access-key",
    secret_access_key: "test-secret-access-key",
    session_token: null,
  });
});

test("R2's keys are for the customer's own prefix in the one bucket, for an hour", async () => {
  const before = Date.now();
  const { status, body, customerId } = await ask(R2);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    bucket: "photobooth",
    region: "auto",
    prefix: `${customerId}/`,
    access_key_id: "temporary-key",
    secret_access_key: "temporary-secret",
  });
  expect(JSON.parse(atob(body.session_token))).toEqual({
    bucket: "photobooth",
    prefixes: [`${customerId}/`],
    ttlSeconds: 3600,
  });
  const hour = Date.parse(body.expires_at) - before;
  expect(hour).toBeGreaterThanOrEqual(3_600_000);
  expect(hour).toBeLessThan(3_610_000);
});

test("R2's endpoint follows from the account", async () => {
  const { body } = await ask({ ...R2, S3_ENDPOINT: "" });
  expect(body.endpoint).toBe("https://account.r2.cloudflarestorage.com");
});

test.each([
  ["down", 502, "30"],
  ["busy", 503, "7"],
  ["moved", 502, null],
  ["failing", 502, null],
  ["half", 502, null],
])(
  "an account API that is %s is a %d problem, to be tried again after %s s",
  async (account, status, wait) => {
    const answer = await ask({ ...R2, CLOUDFLARE_ACCOUNT_ID: account });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("retry-after")).toBe(wait);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(JSON.stringify(answer.body)).not.toContain("half-a-key");
  },
);

test("a token that Cloudflare does not know is a 502 problem", async () => {
  expect((await ask({ ...R2, CLOUDFLARE_API_TOKEN: "another" })).status).toBe(502);
});

test("an account API that does not answer is given up, to be tried again", async () => {
  const silent = { ...env, ...R2, CLOUDFLARE_ACCOUNT_ID: "silent" };
  await expect(issueR2TemporaryKeys(silent, "customer/", 50)).rejects.toMatchObject({
    status: 503,
    headers: { "retry-after": "30" },
  });
});

test.each(["CLOUDFLARE_ACCOUNT_ID", "CLOUDFLARE_API_TOKEN", "S3_ACCESS_KEY_ID"])(
  "where %s is missing the log names it, and the booth is not told",
  async (name) => {
    const lines = listenToLog();
    const { status, body } = await ask({ ...R2, [name]: "" });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain(name);
    expect(lines.join("\n")).toContain(`"variables":["${name}"]`);
  },
);

test("a provider that there is not is named in the log, and gives no keys", async () => {
  const lines = listenToLog();
  const { status } = await ask({ UPLOAD_CREDENTIALS: "r2" as "static" });
  expect(status).toBe(500);
  expect(lines.join("\n")).toContain("UPLOAD_CREDENTIALS");
});

test("no keys get into the log", async () => {
  const lines = listenToLog();
  const { body } = await ask(R2);
  await ask({ ...R2, CLOUDFLARE_ACCOUNT_ID: "half" });
  await ask({ UPLOAD_CREDENTIALS: "static" });
  const log = lines.join("\n");
  expect(log).toContain(ROUTE);
  for (const secret of ["temporary-", body.session_token, "half-a-key", "test-secret", "test-api-token"])
    expect(log).not.toContain(secret);
});
