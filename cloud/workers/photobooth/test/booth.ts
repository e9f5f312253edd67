import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { bytesToBase64Url, issueLicense, type License } from "@repo/photobooth-core";
import { readPrivateKey } from "@repo/photobooth-core/license-keys";
import worker from "../src/index.ts";

export type Json = Record<string, unknown>;

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes
export type Answer = { status: number; headers: Headers; body: any };

export const NOW = "2026-07-30T10:00:00.000Z";

/** A registered booth, alone with its customer unless told of another one's licence. */
export class TestBooth {
  readonly id: string;
  readonly customerId: string;
  readonly licenseKey: string;
  readonly authorization: string;

  private constructor(id: string, customerId: string, licenseKey: string, token: string) {
    this.id = id;
    this.customerId = customerId;
    this.licenseKey = licenseKey;
    this.authorization = `Bearer ${token}`;
  }

  static async register(license: Partial<License> = {}, holder: Json = {}): Promise<TestBooth> {
    const license_key = await signLicense(license);
    const customer = await send("POST", "/api/customers", newCustomer({ license_key, ...holder }));
    const booth = await send("POST", "/api/booths", { id: newId(), name: "Front", license_key });
    return new TestBooth(booth.body.id, customer.body.id, license_key, booth.body.token);
  }

  async get(path: string): Promise<Answer> {
    return await send("GET", path, undefined, { authorization: this.authorization });
  }

  async post(path: string, body: Json = {}): Promise<Answer> {
    return await send("POST", path, body, { authorization: this.authorization });
  }

  async patch(path: string, body: Json): Promise<Answer> {
    return await send("PATCH", path, body, { authorization: this.authorization });
  }

  payment(fields: Json = {}): Json & { id: string } {
    const payment = { customer_id: this.customerId, amount: 35_000, method: "qris", created_at: NOW };
    const voucher = fields.method === "voucher" ? newVoucherId() : null;
    return { id: newId(), ...payment, voucher, ...fields };
  }

  photo(fields: Json = {}): Json & { id: string; code: string; r2_key: string } {
    const session_id = newId();
    const folder = `${this.customerId}/photos/2026/07/30/${session_id}`;
    return {
      id: newId(),
      customer_id: this.customerId,
      r2_key: `${folder}/print.jpg`,
      shots: [`${folder}/shot-1.jpg`],
      films: [],
      print_status: "pending",
      printer_id: null,
      created_at: NOW,
      session_id,
      payment_id: null,
      code: newCode(),
      version: 1,
      uploaded_at: null,
      ...fields,
    };
  }

  printer(fields: Json = {}): Json & { id: string } {
    const printer = {
      name: "DNP RX1",
      type: "dye-sub",
      connection_type: "usb",
      is_default: 1,
      created_at: NOW,
    };
    return { id: newId(), customer_id: this.customerId, version: 1, ...printer, ...fields };
  }

  price(fields: Json = {}): Json & { id: string } {
    const price = { package: "strip", event: "", price: 35_000, extra_copy: 10_000 };
    const validity = { valid_from: NOW, valid_to: null, withdrawn: false, created_at: NOW };
    return { id: newId(), customer_id: this.customerId, version: 1, ...price, ...validity, ...fields };
  }
}

export async function send(
  method: string,
  path: string,
  body?: Json | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const context = createExecutionContext();
  const request = new Request(`https://cloud.test${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  // Not `exports.default.fetch`: in the test runner each such call costs more than the one before it.
  const response = await worker.fetch(request, env, context);
  await waitOnExecutionContext(context);
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
  };
}

export function newCustomer(fields: Json): Json {
  return { id: newId(), name: "Studio Senja", email: `${newCode()}@example.com`, ...fields };
}

export async function signLicense(license: Partial<License> = {}): Promise<string> {
  const defaults: License = { id: newId(), type: "pro", issued: "2026-01-01", expires: "2099-12-31" };
  return await issueLicense({ ...defaults, ...license }, await readPrivateKey(env.LICENSE_PRIVATE_KEY));
}

export function newId(): string {
  return crypto.randomUUID().replace(/^(.{14})./, "$17");
}

/** 57 random bits. */
export function newVoucherId(): string {
  const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const [first = 0, ...rest] = crypto.getRandomValues(new Uint8Array(12));
  return [first % 4, ...rest.map((byte) => byte % 32)].map((digit) => digits[digit]).join("");
}

export function newCode(): string {
  return bytesToBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}
