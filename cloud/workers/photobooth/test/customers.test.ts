import { expect, test } from "vitest";
import { newCustomer, newId, send, signLicense, TestBooth } from "./booth.ts";

test("a customer is created with type and purchase date from the licence", async () => {
  const license_key = await signLicense({ type: "enterprise", issued: "2026-02-03" });
  const { status, body } = await send("POST", "/api/customers", newCustomer({ license_key }));
  expect(status).toBe(201);
  expect(body).toMatchObject({
    phone: null,
    license_key,
    license_type: "enterprise",
    purchase_date: "2026-02-03T00:00:00.000Z",
  });
});

test("the same customer again is answered with the stored row", async () => {
  const customer = newCustomer({ license_key: await signLicense(), phone: "+62 812" });
  const first = await send("POST", "/api/customers", customer);
  const second = await send("POST", "/api/customers", customer);
  expect(second.status).toBe(200);
  expect(second.body).toEqual(first.body);
});

test("a known licence under a new id is answered with the stored id", async () => {
  const customer = newCustomer({ license_key: await signLicense() });
  await send("POST", "/api/customers", customer);
  const { status, body } = await send("POST", "/api/customers", { ...customer, id: newId() });
  expect(status).toBe(200);
  expect(body.id).toBe(customer.id);
});

test("a known licence, email or id with other details is a conflict", async () => {
  const customer = newCustomer({ license_key: await signLicense() });
  await send("POST", "/api/customers", customer);
  const license_key = await signLicense();
  for (const other of [
    { ...customer, name: "Other" },
    newCustomer({ ...customer, id: newId(), license_key }),
    { ...newCustomer({ license_key }), id: customer.id },
  ])
    expect((await send("POST", "/api/customers", other)).status).toBe(409);
});

test.each([
  ["malformed", async () => "PB1.nonsense"],
  ["forged", async () => (await signLicense()).replace(/.{20}$/, "A".repeat(20))],
  ["forged", async () => `PB1.${(await signLicense()).split(".")[1]}.${(await signLicense()).split(".")[2]}`],
  ["expired", async () => await signLicense({ expires: "2026-01-02" })],
])("a %s licence is refused with the reason", async (reason, license) => {
  const { status, body } = await send(
    "POST",
    "/api/customers",
    newCustomer({ license_key: await license() }),
  );
  expect(status).toBe(401);
  expect(body.reason).toBe(reason);
});

test("bad fields are named one by one", async () => {
  const { status, headers, body } = await send("POST", "/api/customers", {
    id: "1",
    name: " ",
    email: "nobody",
  });
  expect(status).toBe(422);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
    "id",
    "name",
    "email",
    "license_key",
  ]);
});

test("a booth reads its own customer", async () => {
  const booth = await TestBooth.register();
  const { status, body } = await booth.get(`/api/customers/${booth.customerId}`);
  expect(status).toBe(200);
  expect(body.id).toBe(booth.customerId);
});

test("a booth changes how long its customer's pictures are kept", async () => {
  const booth = await TestBooth.register();
  const path = `/api/customers/${booth.customerId}`;
  const before = (await booth.get(path)).body;
  const { status, body } = await booth.patch(path, { retention_days: 90, name: "Somebody else" });
  expect(status).toBe(200);
  expect(body).toEqual({ ...before, retention_days: 90, updated_at: body.updated_at });
  expect(body.updated_at >= before.updated_at).toBe(true);
  expect((await booth.get(path)).body).toEqual(body);
});

test.each([0, 3651, 1.5, "30", null, undefined])(
  "pictures are not kept for %j days",
  async (retention_days) => {
    const booth = await TestBooth.register();
    const path = `/api/customers/${booth.customerId}`;
    const { status, body } = await booth.patch(path, { retention_days });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ field: "retention_days" }]);
    expect((await booth.get(path)).body.retention_days).toBe(30);
  },
);

test("another customer is not found, and not changed", async () => {
  const [booth, other] = [await TestBooth.register(), await TestBooth.register()];
  const path = `/api/customers/${other.customerId}`;
  expect((await booth.patch(path, { retention_days: 1 })).status).toBe(404);
  expect((await other.get(path)).body.retention_days).toBe(30);
});
