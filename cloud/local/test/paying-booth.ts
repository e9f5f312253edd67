import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Fault } from "../xendit-stand-in/faults/fault.ts";
import type { RunningCloud } from "./running-cloud.ts";

const MOST_ATTEMPTS = 60;

export interface Payment {
  id: string;
  amount: number;
  status: string;
  version: number;
  paid_at: string | null;
  paid_late: boolean;
  qr_string: string | null;
  expires_at: string;
  xendit_payment_id: string;
  refund_status: "pending" | "succeeded" | "failed" | null;
  refunded_at: string | null;
  xendit_refund_id: string | null;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Payment;
}

/** A booth of the local cloud that sells, and the guest who pays at the stand-in. */
export class PayingBooth {
  readonly #cloud: RunningCloud;
  readonly #customerId: string;
  readonly #token: string;

  private constructor(cloud: RunningCloud, customerId: string, token: string) {
    this.#cloud = cloud;
    this.#customerId = customerId;
    this.#token = token;
  }

  static async register(cloud: RunningCloud): Promise<PayingBooth> {
    const { api, license_key } = cloud.ready;
    const owner = { id: newId(), name: "Studio Senja", email: "senja@example.com", license_key };
    const customer = await send<{ id: string }>(`${api}/api/customers`, "POST", owner);
    const booth = await send<{ token: string }>(`${api}/api/booths`, "POST", {
      id: newId(),
      name: "Front",
      license_key,
    });
    return new PayingBooth(cloud, customer.body.id, booth.body.token);
  }

  newSale(): { id: string; [field: string]: unknown } {
    const created_at = new Date().toISOString();
    return { id: newId(), customer_id: this.#customerId, amount: 35_000, method: "qris", created_at };
  }

  async ask(method: string, path: string, body?: object): Promise<Answer> {
    return await send(`${this.#cloud.ready.api}/api/payments${path}`, method, body, this.#token);
  }

  /** Asks as often as a booth would, until there is a code. */
  async open(sale = this.newSale()): Promise<Payment> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const { status, body } = await this.ask("POST", "", sale);
      if (status < 300) return body;
      expect([502, 503]).toContain(status);
    }
    throw new Error("Xendit never got well");
  }

  async look({ id }: { id: string }, verify: "verify" | "" = ""): Promise<Payment> {
    return (await this.ask("GET", `/${id}${verify && "?verify=1"}`)).body;
  }

  async listLate(): Promise<Payment[]> {
    const { api } = this.#cloud.ready;
    const path = `${api}/api/payments?late=1`;
    return (await send<{ payments: Payment[] }>(path, "GET", undefined, this.#token)).body.payments;
  }

  async untilCompleted(payment: { id: string }): Promise<Payment> {
    await expect.poll(async () => (await this.look(payment)).status, { timeout: 20_000 }).toBe("completed");
    return await this.look(payment);
  }

  /** A payment that the guest has made. */
  async sell(): Promise<Payment> {
    const opened = await this.open();
    await this.pay(opened);
    return await this.untilCompleted(opened);
  }

  async refund({ id }: { id: string }): Promise<Answer> {
    return await this.ask("POST", `/${id}/refund`);
  }

  /** The guest's click on the stand-in's page. */
  async pay({ id }: { id: string }): Promise<void> {
    const response = await fetch(`${this.#cloud.ready.xendit_stand_in}/pay/${id}`, {
      method: "POST",
      redirect: "manual",
    });
    expect(response.status).toBe(303);
  }

  async putFaults(...faults: Fault[]): Promise<void> {
    expect((await send(`${this.#cloud.ready.xendit_stand_in}/faults`, "PUT", { faults })).status).toBe(200);
  }
}

async function send<Body>(url: string, method: string, body?: object, token?: string) {
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

function newId(): string {
  return randomUUID().replace(/^(.{14})./, "$17");
}
