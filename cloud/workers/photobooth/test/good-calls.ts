import { env } from "cloudflare:workers";
import { signRevocation } from "@repo/photobooth-core";
import { readPrivateKey } from "@repo/photobooth-core/license-keys";
import { type Json, newCustomer, newId, signLicense, type TestBooth } from "./booth.ts";
import type { Operation } from "./operations.ts";
import { hear, payAtXendit } from "./xendit.ts";

/** What a call needs besides its operation: the id in its path, its query, and its body. */
export interface Call {
  id?: string;
  /** With the question mark. */
  query?: string;
  body?: Json;
}

/** The one on which tests sell. */
export const A_DAY = { from: "2026-07-30T00:00:00.000Z", to: "2026-07-31T00:00:00.000Z" };

/** For each operation a call that succeeds. */
export const GOOD_CALLS: Record<string, (booth: TestBooth) => Promise<Call>> = {
  createCustomer: async () => ({ body: newCustomer({ license_key: await signLicense() }) }),
  showCustomer: async (booth) => ({ id: booth.customerId }),
  changeCustomer: async (booth) => ({ id: booth.customerId, body: { retention_days: 40 } }),
  registerBooth: async (booth) => ({ body: { id: newId(), name: "Back", license_key: booth.licenseKey } }),
  showLicense: async () => ({}),
  revokeLicense: async () => ({ body: { revocation: await newRevocation() } }),
  createPayment: async (booth) => ({ body: booth.payment() }),
  showPayment: async (booth) => ({ id: (await openPayment(booth)).id }),
  listLatePayments: async () => ({ query: "?late=1" }),
  refundPayment: async (booth) => ({ id: (await paidPayment(booth)).id }),
  cancelPayment: async (booth) => ({ id: (await openPayment(booth)).id }),
  simulatePayment: async (booth) => ({ id: (await openPayment(booth)).id }),
  logPhoto: async (booth) => ({ body: booth.photo() }),
  showPhoto: async (booth) => ({ id: (await booth.post("/api/photos", booth.photo())).body.id }),
  listPrinters: async () => ({}),
  registerPrinter: async (booth) => ({ body: booth.printer() }),
  listPrices: async () => ({}),
  recordPrice: async (booth) => ({ body: booth.price() }),
  showVoucherKey: async () => ({}),
  listUsedVouchers: async () => ({}),
  showReport: async () => ({ query: `?${new URLSearchParams(A_DAY)}` }),
  sendEvents: async (booth) => ({
    body: { events: [{ id: newId(), kind: "photo", body: booth.photo() }] },
  }),
  issueUploadCredentials: async () => ({}),
  hearXendit: async (booth) => ({ body: captureOf(await openPayment(booth)) }),
  showHealth: async () => ({}),
};

export async function openPayment(booth: TestBooth, fields: Json = {}) {
  return (await booth.post("/api/payments", booth.payment(fields))).body;
}

export async function paidPayment(booth: TestBooth, fields: Json = {}) {
  const payment = await openPayment(booth, fields);
  // A booth whose licence was revoked gets no payment to pay.
  if (payment.id) {
    await payAtXendit(payment);
    await hear(payment);
  }
  return payment;
}

export function captureOf(payment: { id: string; amount: number; xendit_payment_id: string }): Json {
  const ids = { payment_request_id: payment.xendit_payment_id, reference_id: payment.id };
  const money = { currency: "IDR", request_amount: payment.amount };
  return { event: "payment.capture", data: { ...ids, ...money, status: "SUCCEEDED" } };
}

export function refundOf(payment: { id: string; amount: number; xendit_refund_id: string | null }): Json {
  const ids = { id: payment.xendit_refund_id ?? "rfd-1", reference_id: payment.id };
  const data = { ...ids, currency: "IDR", amount: payment.amount, status: "SUCCEEDED" };
  return { event: "refund.succeeded", data };
}

async function newRevocation(): Promise<string> {
  const revocation = { id: newId(), reason: "not paid", revoked: "2026-08-01" };
  return await signRevocation(revocation, await readPrivateKey(env.LICENSE_PRIVATE_KEY));
}

export function pathOf({ path }: Operation, { id, query }: Call): string {
  return path.replace("{id}", id ?? "") + (query ?? "");
}

/** What the operation's caller proves itself with. */
export function proofOf({ authority }: Operation, booth: TestBooth): Record<string, string> {
  switch (authority) {
    case "booth":
      return { authorization: booth.authorization };
    case "xendit":
      return { "x-callback-token": env.XENDIT_CALLBACK_TOKEN };
    case "nobody":
      return {};
  }
}
