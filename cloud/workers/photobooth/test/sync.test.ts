import { expect, test } from "vitest";
import { newId, TestBooth } from "./booth.ts";
import { hear } from "./xendit.ts";

const event = (kind: string, body: object, id = newId()) => ({ id, kind, body });

async function outcomes(booth: TestBooth, events: object[]) {
  const { status, body } = await booth.post("/api/sync", { events });
  expect(status).toBe(200);
  return body.results;
}

test("events of every kind are applied, and answered in the order sent", async () => {
  const booth = await TestBooth.register();
  const [photo, printer, price] = [booth.photo(), booth.printer(), booth.price()];
  const payment = booth.payment({ method: "cash" });
  const events = Object.entries({ photo, printer, price, payment }).map(([kind, body]) => event(kind, body));
  expect(await outcomes(booth, events)).toEqual(
    events.map(({ id }) => ({ id, outcome: "applied", reason: null })),
  );
  expect((await booth.get(`/api/photos/${photo.id}`)).body).toEqual(photo);
  expect((await booth.get("/api/printers")).body.printers).toEqual([printer]);
  expect((await booth.get("/api/prices")).body.prices).toEqual([price]);
  expect((await booth.get(`/api/payments/${payment.id}`)).body).toMatchObject({
    status: "completed",
    amount: 35_000,
  });
});

test("an event that was applied before is a duplicate, also within one request", async () => {
  const booth = await TestBooth.register();
  const photo = booth.photo();
  const sent = event("photo", photo);
  const twice = await outcomes(booth, [sent, sent]);
  expect(twice.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["applied", "duplicate"]);
  expect(await outcomes(booth, [{ ...sent, body: { ...photo, version: 9 } }])).toMatchObject([
    { outcome: "duplicate" },
  ]);
  expect((await booth.get(`/api/photos/${photo.id}`)).body.version).toBe(1);
});

test("versions may arrive in any order", async () => {
  const booth = await TestBooth.register();
  const photo = booth.photo();
  const printed = { ...photo, version: 3, print_status: "completed" };
  await outcomes(booth, [
    event("photo", printed),
    event("photo", { ...photo, version: 2, print_status: "printing" }),
  ]);
  await outcomes(booth, [event("photo", photo)]);
  expect((await booth.get(`/api/photos/${photo.id}`)).body).toEqual(printed);
});

test("a bad event is rejected with the reason, alone, and may be mended", async () => {
  const booth = await TestBooth.register();
  const [bad, good] = [booth.photo(), booth.photo()];
  const mended = event("photo", bad);
  const results = await outcomes(booth, [{ ...mended, body: { ...bad, code: "?" } }, event("photo", good)]);
  expect(results).toMatchObject([
    { outcome: "rejected", reason: "code: must be at least 22 characters of base64url" },
    { outcome: "applied" },
  ]);
  expect(await outcomes(booth, [mended])).toMatchObject([{ outcome: "applied" }]);
});

test("events that clash with stored rows, or with each other, are rejected", async () => {
  const booth = await TestBooth.register();
  const [photo, cash] = [booth.photo(), booth.payment({ method: "cash" })];
  const results = await outcomes(booth, [
    event("photo", photo),
    event("photo", booth.photo({ code: photo.code })),
    event("payment", cash),
    event("payment", { ...cash, amount: 1 }),
    event("payment", booth.payment({ method: "qris" })),
  ]);
  expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    "applied",
    "rejected",
    "applied",
    "rejected",
    "rejected",
  ]);
});

test("an event about a QRIS payment leaves its status alone", async () => {
  const booth = await TestBooth.register();
  const payment = booth.payment();
  const { body } = await booth.post("/api/payments", payment);
  await hear(body);
  const paid = (await booth.get(`/api/payments/${payment.id}`)).body;
  expect(await outcomes(booth, [event("payment", { ...payment, status: "failed" })])).toMatchObject([
    { outcome: "applied" },
  ]);
  expect((await booth.get(`/api/payments/${payment.id}`)).body).toEqual(paid);
});

test("a hundred events are taken at once, a hundred and one and none are not", async () => {
  const booth = await TestBooth.register();
  const events = Array.from({ length: 101 }, () => event("photo", booth.photo()));
  expect(await outcomes(booth, events.slice(1))).toHaveLength(100);
  expect((await booth.post("/api/sync", { events })).status).toBe(422);
  expect((await booth.post("/api/sync", { events: [] })).status).toBe(422);
});
