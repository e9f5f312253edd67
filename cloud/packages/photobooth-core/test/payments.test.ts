import { createDb } from "@repo/db-schema";
import { createMockD1 } from "@repo/db-schema/mock";
import { expect, test } from "vitest";
import { CustomerRepository, type NewPayment, PaymentRepository } from "../src/index.ts";

const NOW = "2026-07-30T10:00:00.000Z";
const payment: NewPayment = {
  id: "p1",
  customer_id: "c1",
  amount: 35_000,
  platform_fee: 1050,
  method: "qris",
  session_id: null,
  created_at: NOW,
  voucher: null,
};
const paid = { paid_at: NOW, xendit_payment_id: "pr-1" };
const news = { id: "w1", event: "payment.capture", received_at: NOW };

async function openPayment() {
  const db = createDb(createMockD1());
  const customer = {
    id: "c1",
    name: "A",
    email: "a@example.com",
    phone: null,
    license_key: "k",
    retention_days: 30,
  };
  await new CustomerRepository(db).create({ ...customer, license_type: "pro", purchase_date: NOW }, NOW);
  const payments = new PaymentRepository(db);
  await payments.record(payment);
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
