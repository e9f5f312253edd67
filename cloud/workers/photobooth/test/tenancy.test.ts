import { beforeAll, expect, test } from "vitest";
import { newId, TestBooth } from "./booth.ts";

let mine: TestBooth;
let theirs: TestBooth;

beforeAll(async () => {
  mine = await TestBooth.register();
  theirs = await TestBooth.register();
});

test("another customer is not found", async () => {
  expect((await mine.get(`/api/customers/${theirs.customerId}`)).status).toBe(404);
});

test("another customer's rows are not found", async () => {
  const [payment, photo, printer] = [theirs.payment(), theirs.photo(), theirs.printer()];
  await theirs.post("/api/payments", payment);
  await theirs.post("/api/photos", photo);
  await theirs.post("/api/printers", printer);

  expect((await mine.get(`/api/payments/${payment.id}`)).status).toBe(404);
  expect((await mine.get(`/api/payments/${payment.id}?verify=1`)).status).toBe(404);
  expect((await mine.post(`/api/payments/${payment.id}/cancel`)).status).toBe(404);
  expect((await mine.get(`/api/photos/${photo.id}`)).status).toBe(404);
  expect((await mine.get("/api/printers")).body.printers).toEqual([]);
  expect((await theirs.get(`/api/payments/${payment.id}`)).body.status).toBe("pending");
});

test("another customer's ids cannot be written to", async () => {
  const [payment, photo, printer] = [theirs.payment(), theirs.photo(), theirs.printer()];
  await theirs.post("/api/payments", payment);
  await theirs.post("/api/photos", photo);
  await theirs.post("/api/printers", printer);

  expect((await mine.post("/api/payments", mine.payment({ id: payment.id }))).status).toBe(404);
  expect((await mine.post("/api/photos", mine.photo({ id: photo.id, version: 9 }))).status).toBe(404);
  expect((await mine.post("/api/printers", mine.printer({ id: printer.id, version: 9 }))).status).toBe(404);
  expect((await theirs.get(`/api/photos/${photo.id}`)).body).toEqual(photo);
  expect((await theirs.get("/api/printers")).body.printers).toContainEqual(printer);
});

test("another customer_id in a body is forbidden", async () => {
  expect((await mine.post("/api/payments", theirs.payment())).status).toBe(403);
  expect((await mine.post("/api/photos", theirs.photo())).status).toBe(403);
  expect((await mine.post("/api/printers", theirs.printer())).status).toBe(403);
});

test("sync rejects another customer's customer_id and ids", async () => {
  const [printer, price] = [theirs.printer(), theirs.price()];
  await theirs.post("/api/printers", printer);
  await theirs.post("/api/prices", price);
  const { body } = await mine.post("/api/sync", {
    events: [
      { id: newId(), kind: "photo", body: theirs.photo() },
      { id: newId(), kind: "printer", body: mine.printer({ id: printer.id, version: 9 }) },
      { id: newId(), kind: "price", body: mine.price({ id: price.id, version: 9 }) },
    ],
  });
  expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(3).fill("rejected"));
  expect((await theirs.get("/api/printers")).body.printers).toContainEqual(printer);
  expect((await theirs.get("/api/prices")).body.prices).toContainEqual(price);
});

test("event ids of one customer are no duplicates for another", async () => {
  const id = newId();
  await theirs.post("/api/sync", { events: [{ id, kind: "printer", body: theirs.printer() }] });
  const { body } = await mine.post("/api/sync", { events: [{ id, kind: "printer", body: mine.printer() }] });
  expect(body.results).toMatchObject([{ outcome: "applied" }]);
});

test("upload keys come with the booth's own prefix", async () => {
  const { status, body } = await mine.post("/api/upload-credentials");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    prefix: `${mine.customerId}/`,
    bucket: "photobooth",
    region: "auto",
    session_token: null,
  });
  expect(Date.parse(body.expires_at)).toBeGreaterThan(Date.now());
});
