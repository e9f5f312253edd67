import { type AppDatabase, createDb } from "@repo/db-schema";
import { createMockD1 } from "@repo/db-schema/mock";
import { CustomerRepository, type NewPayment, PaymentRepository } from "../src/index.ts";

export const NOW = "2026-07-30T10:00:00.000Z";
export const EXPIRY = "2026-07-30T10:03:00.000Z";

export const payment: NewPayment = {
  id: "p1",
  customer_id: "c1",
  amount: 35_000,
  platform_fee: 1050,
  method: "qris",
  session_id: null,
  created_at: NOW,
  voucher: null,
  booth_id: "b1",
};

/** Payments in a database that knows the customer `c1`. */
export async function newRepository(): Promise<PaymentRepository> {
  return new PaymentRepository(await newDatabase());
}

export async function newDatabase(): Promise<AppDatabase> {
  const db = createDb(createMockD1());
  const customer = {
    id: "c1",
    name: "A",
    email: "a@example.com",
    phone: null,
    license_key: "k",
    license_type: "pro" as const,
    retention_days: 30,
    purchase_date: NOW,
  };
  await new CustomerRepository(db).create(customer, NOW);
  return db;
}
