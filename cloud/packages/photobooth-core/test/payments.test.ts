import { expect, test } from "vitest";
import type { NewPayment } from "../src/index.ts";
import { EXPIRY, NOW, newRepository, payment } from "./payment-rows.ts";

const paid = { paid_at: NOW, xendit_payment_id: "pr-1" };
const news = { id: "w1", event: "payment.capture", received_at: NOW };

async function openPayment(fields: Partial<NewPayment> = {}) {
  const payments = await newRepository();
  await payments.record({ ...payment, ...fields });
  return payments;
}

test("news that moves a payment is remembered in the same transaction", async () => {
  const payments = await openPayment();
  expect(await payments.hasHeard("w1")).toBe(false);
  await payments.complete("p1", paid, news);
  expect(await payments.hasHeard("w1")).toBe(true);
  expect(await payments.find("p1", "c1")).toMatchObject({
    status: "completed",
    paid_late: false,
    version: 2,
  });
});

test("a completed payment does not fail", async () => {
  const payments = await openPayment();
  await payments.complete("p1", paid);
  await payments.fail("p1");
  expect(await payments.find("p1", "c1")).toMatchObject({ status: "completed", version: 2 });
});

test("a failed payment that is paid after all is completed and flagged", async () => {
  const payments = await openPayment();
  await payments.fail("p1");
  await payments.complete("p1", paid);
  expect(await payments.find("p1", "c1")).toMatchObject({ status: "completed", paid_late: true });
});

test("a code that was attached stays", async () => {
  const payments = await openPayment();
  const code = { xendit_payment_id: "pr-1", qr_string: "first", expires_at: NOW };
  await payments.attachCode("p1", code);
  await payments.attachCode("p1", { ...code, qr_string: "second" });
  expect(await payments.find("p1", "c1")).toMatchObject({ qr_string: "first", version: 2 });
});

test.each([
  ["2026-07-30T10:02:59.999Z", false],
  ["2026-07-30T10:03:00.000Z", false],
  ["2026-07-30T10:03:00.001Z", true],
])("paid at %s, with the expiry at 10:03 of which nothing was heard: late is %s", async (paid_at, late) => {
  const payments = await openPayment({ expires_at: EXPIRY });
  await payments.complete("p1", { ...paid, paid_at });
  expect(await payments.find("p1", "c1")).toMatchObject({ status: "completed", paid_at, paid_late: late });
});

test("money that came before the code did keeps its request, and gets no code any more", async () => {
  const payments = await openPayment();
  await payments.complete("p1", paid);
  await payments.attachCode("p1", { xendit_payment_id: "pr-2", qr_string: "code", expires_at: NOW });
  expect(await payments.find("p1", "c1")).toMatchObject({
    xendit_payment_id: "pr-1",
    qr_string: null,
    version: 2,
  });
});

test("a request that is known is not replaced by the one that was paid", async () => {
  const payments = await openPayment();
  await payments.attachCode("p1", { xendit_payment_id: "pr-0", qr_string: "code", expires_at: EXPIRY });
  await payments.complete("p1", paid);
  expect(await payments.find("p1", "c1")).toMatchObject({ xendit_payment_id: "pr-0" });
});

test("the expiry is renewed only where there is no code yet", async () => {
  const payments = await openPayment({ expires_at: NOW });
  await payments.renewExpiry("p1", EXPIRY);
  expect(await payments.find("p1", "c1")).toMatchObject({ expires_at: EXPIRY });
  await payments.attachCode("p1", { xendit_payment_id: "pr-1", qr_string: "code", expires_at: EXPIRY });
  await payments.renewExpiry("p1", NOW);
  expect(await payments.find("p1", "c1")).toMatchObject({ expires_at: EXPIRY });
});

test.each([{ amount: 1 }, { method: "cash" as const }, { voucher: "v1" }])(
  "the same id with %j is a conflict",
  async (difference) => {
    const payments = await openPayment();
    expect(await payments.record({ ...payment, ...difference })).toEqual({ outcome: "conflict" });
    expect((await payments.record(payment)).outcome).toBe("existing");
  },
);
