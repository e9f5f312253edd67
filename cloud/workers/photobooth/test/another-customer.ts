import { env } from "cloudflare:workers";
import { signRevocation } from "@repo/photobooth-core";
import { readPrivateKey } from "@repo/photobooth-core/license-keys";
import { expect } from "vitest";
import { type Json, NOW, newCode, newId, send, TestBooth } from "./booth.ts";
import { openPayment } from "./good-calls.ts";
import { hear } from "./xendit.ts";

export const WHY_REVOKED = "Ani has not paid";

type Row = Record<string, unknown>;

/** Rows of no customer's. */
const NOBODYS = ["d1_migrations", "sqlite_sequence", "_cf_METADATA"];

/** What makes a row a customer's, in tables that do not name the customer. */
const OWNED_BY: Record<string, string> = {
  customers: "id = ?1",
  webhook_events: "payment_id in (select id from payments where customer_id = ?1)",
  revoked_licenses: "license_id = (select name from customers where id = ?1)",
};

/** A customer with rows in every table, and whatever of it another one must neither see nor change. */
export class AnotherCustomer {
  readonly booth: TestBooth;
  /** Bodies of what it has told the API, by the API's kinds. */
  readonly told: { photo: Json; printer: Json; price: Json; payment: Json };

  private constructor(booth: TestBooth, told: AnotherCustomer["told"]) {
    this.booth = booth;
    this.told = told;
  }

  static async furnish(): Promise<AnotherCustomer> {
    // Its name is also its licence's id, so that a revocation can be found by its customer.
    const name = `Theirs ${newCode()}`;
    const booth = await TestBooth.register({ id: name }, { name, phone: `+62 ${newCode()}` });
    const [photo, printer] = [booth.photo(), booth.printer({ name: `Printer ${newCode()}` })];
    const price = booth.price({ event: `Event ${newCode()}` });
    const payment = booth.payment({ method: "voucher" });
    const kinds = { photo, printer, price, payment };
    const events = Object.entries(kinds).map(([kind, body]) => ({ id: newId(), kind, body }));
    await booth.post("/api/sync", { events });
    await hear(await openPayment(booth));
    await openPayment(booth);
    await payLateAndRefund(booth);
    await leaveATrace(booth);
    const revocation = { id: name, reason: WHY_REVOKED, revoked: "2026-08-01" };
    const signed = await signRevocation(revocation, await readPrivateKey(env.LICENSE_PRIVATE_KEY));
    expect((await send("POST", "/api/licenses/revocations", { revocation: signed })).status).toBe(201);
    return new AnotherCustomer(booth, kinds);
  }

  /** Every row of its own in every table. */
  async rows(): Promise<Record<string, Row[]>> {
    const tables = await env.DB.prepare("select name from sqlite_master where type = 'table'").all<Row>();
    const names = tables.results.map(({ name }) => String(name)).filter((name) => !NOBODYS.includes(name));
    const reads = names.map((name) =>
      env.DB.prepare(
        `select * from ${name} where ${OWNED_BY[name] ?? "customer_id = ?1"} order by rowid`,
      ).bind(this.booth.customerId),
    );
    const results = await env.DB.batch<Row>(reads);
    return Object.fromEntries(names.map((name, index) => [name, results[index]?.results ?? []]));
  }

  /**
   * What is its alone and at least as long as a random part. Its licence key is not among it: who has that is the
   * customer, to the API.
   */
  async values(): Promise<string[]> {
    const values = Object.values(await this.rows())
      .flat()
      .flatMap((row) => Object.entries(row))
      .filter(([column]) => !["license_key", "revocation"].includes(column))
      .flatMap(([, value]) =>
        typeof value === "string" && value.startsWith("[") ? JSON.parse(value) : value,
      )
      .filter((value): value is string => typeof value === "string" && value.length > 21)
      .filter((value) => !/^\d{4}-\d{2}-\d{2}T/.test(value));
    return [...new Set(values)];
  }
}

async function payLateAndRefund(booth: TestBooth): Promise<void> {
  const { id } = await openPayment(booth);
  await booth.post(`/api/payments/${id}/cancel`);
  const { body: payment } = await booth.get(`/api/payments/${id}`);
  await hear(payment, { updated: new Date().toISOString() });
  await booth.post(`/api/payments/${id}/refund`);
}

/** A photo that was deleted when its time was up. */
async function leaveATrace(booth: TestBooth): Promise<void> {
  await env.DB.prepare(
    "insert into deleted_photos (id, customer_id, code_hash, deleted_at) values (?, ?, ?, ?)",
  )
    .bind(newId(), booth.customerId, `hash-${newCode()}${newCode()}`, NOW)
    .run();
}
