import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { newCustomer, newId, send, signLicense } from "./booth.ts";

async function customerWithLicense() {
  const license_key = await signLicense();
  await send("POST", "/api/customers", newCustomer({ license_key }));
  return license_key;
}

test("a booth's token opens the door and is stored hashed only", async () => {
  const license_key = await customerWithLicense();
  const { status, body } = await send("POST", "/api/booths", { id: newId(), name: "Front", license_key });
  expect(status).toBe(201);
  expect(
    (await send("GET", "/api/printers", undefined, { authorization: `Bearer ${body.token}` })).status,
  ).toBe(200);
  const row = await env.DB.prepare("select * from booths where id = ?").bind(body.id).first();
  expect(JSON.stringify(row)).not.toContain(body.token);
});

test("registering again replaces the token", async () => {
  const booth = { id: newId(), name: "Front", license_key: await customerWithLicense() };
  const first = await send("POST", "/api/booths", booth);
  const second = await send("POST", "/api/booths", booth);
  const read = (token: string) =>
    send("GET", "/api/printers", undefined, { authorization: `Bearer ${token}` });
  expect((await read(first.body.token)).status).toBe(401);
  expect((await read(second.body.token)).status).toBe(200);
});

test("a licence without a customer registers no booth", async () => {
  const license_key = await signLicense();
  expect((await send("POST", "/api/booths", { id: newId(), name: "Front", license_key })).status).toBe(409);
});

test("another customer's booth is not taken over", async () => {
  const id = newId();
  await send("POST", "/api/booths", { id, name: "Theirs", license_key: await customerWithLicense() });
  const license_key = await customerWithLicense();
  expect((await send("POST", "/api/booths", { id, name: "Mine", license_key })).status).toBe(404);
});

test("a booth's id is not enough, and does not even show that there is such a booth", async () => {
  const license_key = await customerWithLicense();
  const { body } = await send("POST", "/api/booths", { id: newId(), name: "Front", license_key });
  const secret = body.token.slice(body.id.length + 1);
  const answers = await Promise.all(
    [`${body.id}_${"A".repeat(43)}`, `${newId()}_${secret}`].map((token) =>
      send("GET", "/api/printers", undefined, { authorization: `Bearer ${token}` }),
    ),
  );
  const [known, unknown] = answers.map(({ status, body }) => ({ status, body }));
  expect(known?.status).toBe(401);
  expect(known).toEqual(unknown);
});

test("a token is the booth's id and 256 random bits", async () => {
  const booth = { id: newId(), name: "Front", license_key: await customerWithLicense() };
  const first = (await send("POST", "/api/booths", booth)).body.token;
  const second = (await send("POST", "/api/booths", booth)).body.token;
  expect(first).toMatch(new RegExp(`^${booth.id}_[A-Za-z0-9_-]{43}$`));
  expect(first).not.toBe(second);
});

test.each(["", "Bearer", "Bearer wrong", "Basic d3Jvbmc6", `Bearer ${"x".repeat(5000)}`, "Bearer ' or 1=1"])(
  "the authorization %j is refused",
  async (authorization) => {
    const { status, headers } = await send("GET", "/api/printers", undefined, { authorization });
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe("Bearer");
  },
);
