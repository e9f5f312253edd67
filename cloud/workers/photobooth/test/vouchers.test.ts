import { expect, test } from "vitest";
import { NOW, newId, newVoucherId, send, signLicense, TestBooth } from "./booth.ts";
import { sendWith } from "./with-env.ts";

const KEY = "/api/vouchers/key";
const USED = "/api/vouchers/used";

const paying = (payments: object[]) => ({
  events: payments.map((body) => ({ id: newId(), kind: "payment", body })),
});

test("a customer's booths have one key, and another customer's have another", async () => {
  const [mine, theirs] = [await TestBooth.register(), await TestBooth.register()];
  const { status, body } = await mine.get(KEY);
  expect(status).toBe(200);
  expect(body).toEqual({ id: 1, key: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) });

  const back = { id: newId(), name: "Back", license_key: mine.licenseKey };
  const { token } = (await send("POST", "/api/booths", back)).body;
  const second = await send("GET", KEY, undefined, { authorization: `Bearer ${token}` });
  expect(second.body).toEqual(body);
  expect((await theirs.get(KEY)).body.key).not.toBe(body.key);
});

test("the key is what HKDF-SHA256 makes of the secret and the customer's id", async () => {
  // By Python's cryptography: HKDF(SHA256(), 32, salt=b"", info=b"photobooth voucher key 1 " + id).
  const id = "0198f3c2-5b7e-7c31-9d2a-6f0e8a4b1c77";
  const holder = { id, name: "Ani", email: "voucher-key@example.com", license_key: await signLicense() };
  expect((await send("POST", "/api/customers", holder)).status).toBe(201);
  const booth = { id: newId(), name: "Front", license_key: holder.license_key };
  const { token } = (await send("POST", "/api/booths", booth)).body;
  const { body } = await send("GET", KEY, undefined, { authorization: `Bearer ${token}` });
  expect(body.key).toBe("AsJwQX0yZsCu5pkokILu6DTFKL_dmy9pEnfoL9mjiBE");
});

test.each([undefined, "", "short"])("with the secret %j there is no key", async (VOUCHER_SECRET) => {
  const { authorization } = await TestBooth.register();
  const changes = { VOUCHER_SECRET: VOUCHER_SECRET as string };
  expect((await sendWith(changes, "GET", KEY, { authorization })).status).toBe(500);
});

test("used vouchers are told in pages, by their payments, those that come late too", async () => {
  const booth = await TestBooth.register();
  expect((await booth.get(USED)).body).toEqual({ vouchers: [], next: null });
  const session_id = newId();
  const first = booth.payment({ method: "voucher", session_id });
  const late = booth.payment({ method: "voucher", created_at: "2026-01-01T00:00:00.000Z" });
  await booth.post("/api/payments", first);
  await booth.post("/api/payments", booth.payment({ method: "cash" }));
  const page = (await booth.get(USED)).body;
  expect(page).toEqual({
    vouchers: [{ voucher: first.voucher, payment_id: first.id, session_id, used_at: NOW, uses: 1 }],
    next: first.id,
  });
  expect((await booth.get(`${USED}?after=${page.next}`)).body).toEqual({ vouchers: [], next: null });

  await booth.post("/api/sync", paying([late]));
  const { vouchers, next } = (await booth.get(`${USED}?after=${page.next}`)).body;
  expect(vouchers).toMatchObject([{ payment_id: late.id, session_id: null, used_at: late.created_at }]);
  expect(next).toBe(late.id);
});

test("a voucher that was used twice is recorded twice, for the money comes first, and told so", async () => {
  const [booth, other] = [await TestBooth.register(), await TestBooth.register()];
  const voucher = newVoucherId();
  const [once, again] = [0, 1].map(() => booth.payment({ method: "voucher", voucher }));
  await booth.post("/api/sync", paying([once as object]));
  await other.post("/api/sync", paying([other.payment({ method: "voucher", voucher })]));
  expect((await booth.get(USED)).body.vouchers).toMatchObject([{ voucher, uses: 1 }]);
  const { body } = await booth.post("/api/sync", paying([again as object]));
  expect(body.results).toMatchObject([{ outcome: "applied" }]);
  expect((await booth.get(`${USED}?after=${once?.id}`)).body.vouchers).toMatchObject([
    { voucher, payment_id: again?.id, uses: 2 },
  ]);
});

test("a page has at most five hundred, and the next one goes on behind it", async () => {
  const [booth, other] = [await TestBooth.register(), await TestBooth.register()];
  const sales = Array.from({ length: 501 }, () => booth.payment({ method: "voucher" }));
  for (let first = 0; first < sales.length; first += 100) {
    await booth.post("/api/sync", paying(sales.slice(first, first + 100)));
    await other.post("/api/payments", other.payment({ method: "voucher" }));
  }
  const page = (await booth.get(USED)).body;
  expect(page.vouchers).toHaveLength(500);
  const rest = (await booth.get(`${USED}?after=${page.next}`)).body;
  const told = [...page.vouchers, ...rest.vouchers].map(({ payment_id }) => payment_id);
  expect(new Set(told)).toEqual(new Set(sales.map(({ id }) => id)));
  expect(told).toHaveLength(501);
});

test("another customer's cursor shows nothing of theirs, and hides nothing of mine", async () => {
  const [booth, other] = [await TestBooth.register(), await TestBooth.register()];
  const mine = booth.payment({ method: "voucher" });
  const theirs = other.payment({ method: "voucher" });
  await booth.post("/api/payments", mine);
  await other.post("/api/payments", theirs);
  const { vouchers } = (await booth.get(`${USED}?after=${theirs.id}`)).body;
  expect(vouchers).toMatchObject([{ payment_id: mine.id }]);
});
