import { env } from "cloudflare:workers";
import { issueLicense, signRevocation } from "@repo/photobooth-core";
import { newLicenseKeys, readPrivateKey } from "@repo/photobooth-core/license-keys";
import { expect, test } from "vitest";
import { newCustomer, newId, send, signLicense, TestBooth } from "./booth.ts";

const ROUTE = "/api/licenses/revocations";

async function revocationOf(id: string, reason = "not paid", key = env.LICENSE_PRIVATE_KEY) {
  return await signRevocation({ id, reason, revoked: "2026-08-01" }, await readPrivateKey(key));
}

/** Of the last two bits of a signature; the other four of its last letter say nothing. */
const NEXT_LETTER: Record<string, string> = { A: "B", Q: "R", g: "h", w: "x" };

/** A booth, what revokes its licence, and the licence's key. */
async function boothToRevoke() {
  const id = newId();
  const booth = await TestBooth.register({ id });
  const revocation = await revocationOf(id);
  return { id, booth, revocation, license_key: await signLicense({ id }) };
}

async function expire(booth: TestBooth): Promise<void> {
  const license_key = await signLicense({ expires: "2026-01-02" });
  await env.DB.prepare("update customers set license_key = ? where id = ?")
    .bind(license_key, booth.customerId)
    .run();
}

test("a signed revocation is recorded once, and may be sent again", async () => {
  const { id, revocation } = await boothToRevoke();
  const recorded = { license_id: id, reason: "not paid", revoked: "2026-08-01", revocation };
  expect(await send("POST", ROUTE, { revocation })).toMatchObject({ status: 201, body: recorded });
  expect(await send("POST", ROUTE, { revocation })).toMatchObject({ status: 200, body: recorded });
});

test("the first revocation of a licence stands", async () => {
  const { id, revocation } = await boothToRevoke();
  await send("POST", ROUTE, { revocation });
  const later = await send("POST", ROUTE, { revocation: await revocationOf(id, "another reason") });
  expect(later).toMatchObject({ status: 200, body: { reason: "not paid", revocation } });
});

test("a revocation that somebody else signed is forged and revokes nothing", async () => {
  const { id, booth } = await boothToRevoke();
  const { private_key } = await newLicenseKeys();
  const { status, body } = await send("POST", ROUTE, {
    revocation: await revocationOf(id, "x", private_key),
  });
  expect(status).toBe(401);
  expect(body.reason).toBe("forged");
  expect((await booth.get("/api/license")).body).toMatchObject({ status: "valid", revocation: null });
});

test("a licence is no revocation of itself", async () => {
  const { booth, license_key } = await boothToRevoke();
  const renamed = license_key.replace("PB1", "PBR1");
  for (const revocation of [license_key, renamed, "PBR1.e30.AA"])
    expect(await send("POST", ROUTE, { revocation })).toMatchObject({
      status: 401,
      body: { reason: "malformed" },
    });
  expect((await booth.get("/api/license")).body.status).toBe("valid");
});

test("a revocation has a size", async () => {
  expect((await send("POST", ROUTE, { revocation: "P".repeat(3001) })).status).toBe(422);
});

test("a revoked licence makes no customer and no booth, and the refusal says why", async () => {
  const { revocation, license_key } = await boothToRevoke();
  await send("POST", ROUTE, { revocation });
  const refused = {
    status: 401,
    body: { reason: "revoked", detail: "This licence was revoked on 2026-08-01: not paid" },
  };
  expect(await send("POST", "/api/customers", newCustomer({ license_key }))).toMatchObject(refused);
  expect(await send("POST", "/api/booths", { id: newId(), name: "Front", license_key })).toMatchObject(
    refused,
  );
});

test("a licence key whose last letter says the same bytes is no second licence", async () => {
  const license_key = (await signLicense()).replace(/.$/, (last) => NEXT_LETTER[last] ?? "");
  expect(await send("POST", "/api/customers", newCustomer({ license_key }))).toMatchObject({
    status: 401,
    body: { reason: "forged" },
  });
});

test("a booth reads how its licence stands", async () => {
  const { booth, revocation } = await boothToRevoke();
  const valid = { type: "pro", expires: "2099-12-31", status: "valid", revocation: null };
  expect(await booth.get("/api/license")).toMatchObject({ status: 200, body: valid });
  await send("POST", ROUTE, { revocation });
  expect((await booth.get("/api/license")).body).toEqual({ ...valid, status: "revoked", revocation });
});

test("an expired licence is told as expired", async () => {
  const booth = await TestBooth.register();
  await expire(booth);
  expect((await booth.get("/api/license")).body).toMatchObject({ status: "expired", expires: "2026-01-02" });
});

test("a licence of another signing key is refused, and not taken for valid", async () => {
  const booth = await TestBooth.register();
  const { private_key } = await newLicenseKeys();
  const license = { id: newId(), type: "pro", issued: "2026-01-01", expires: "2099-12-31" } as const;
  const license_key = await issueLicense(license, await readPrivateKey(private_key));
  await env.DB.prepare("update customers set license_key = ? where id = ?")
    .bind(license_key, booth.customerId)
    .run();
  expect(await booth.get("/api/license")).toMatchObject({ status: 403, body: { reason: "forged" } });
});

test("a revoked licence sells nothing more by QRIS", async () => {
  const { booth, revocation } = await boothToRevoke();
  await send("POST", ROUTE, { revocation });
  const payment = booth.payment();
  expect(await booth.post("/api/payments", payment)).toMatchObject({
    status: 403,
    body: { reason: "revoked" },
  });
  expect((await booth.get(`/api/payments/${payment.id}`)).status).toBe(404);
});

test("an expired licence sells nothing more by QRIS", async () => {
  const booth = await TestBooth.register();
  await expire(booth);
  const refused = { status: 403, body: { reason: "expired" } };
  expect(await booth.post("/api/payments", booth.payment())).toMatchObject(refused);
});

test.each([["revoked"], ["expired"]])(
  "with a licence %s meanwhile, a sale goes on to its end",
  async (how) => {
    const { booth, revocation } = await boothToRevoke();
    const [sold, cancelled] = [booth.payment(), booth.payment()];
    const first = await booth.post("/api/payments", sold);
    await booth.post("/api/payments", cancelled);
    if (how === "revoked") await send("POST", ROUTE, { revocation });
    else await expire(booth);

    expect(await booth.post("/api/payments", sold)).toMatchObject({ status: 200, body: first.body });
    expect((await booth.get(`/api/payments/${sold.id}?verify=1`)).status).toBe(200);
    expect((await booth.post(`/api/payments/${cancelled.id}/cancel`)).status).toBe(200);
    for (const method of ["cash", "voucher"])
      expect((await booth.post("/api/payments", booth.payment({ method }))).status).toBe(201);
    const events = [
      { id: newId(), kind: "photo", body: booth.photo() },
      { id: newId(), kind: "payment", body: booth.payment({ method: "cash" }) },
    ];
    const { body } = await booth.post("/api/sync", { events });
    expect(body.results).toMatchObject([{ outcome: "applied" }, { outcome: "applied" }]);
    expect((await booth.post("/api/photos", booth.photo())).status).toBe(200);
    expect((await booth.post("/api/printers", booth.printer())).status).toBe(200);
    expect((await booth.get("/api/printers")).status).toBe(200);
    expect((await booth.post("/api/upload-credentials")).status).toBe(200);
  },
);

test("another customer's booths sell on", async () => {
  const { revocation } = await boothToRevoke();
  const other = await TestBooth.register();
  await send("POST", ROUTE, { revocation });
  expect((await other.post("/api/payments", other.payment())).status).toBe(201);
});
