import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PaymentRequest } from "./payment-request.ts";

/** One JSON file per payment request, so that a killed stand-in carries on where it was. */
export class Store {
  readonly #folder: string;
  readonly #requests = new Map<string, PaymentRequest>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
      const request = JSON.parse(readFileSync(join(folder, name), "utf8")) as PaymentRequest;
      this.#requests.set(request.payment_request_id, request);
    }
  }

  save(request: PaymentRequest): void {
    const file = join(this.#folder, `${request.payment_request_id}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(request));
    renameSync(`${file}.new`, file);
    this.#requests.set(request.payment_request_id, request);
  }

  find(id: string): PaymentRequest | undefined {
    return this.#requests.get(id);
  }

  findByReference(referenceId: string): PaymentRequest | undefined {
    return this.all().find((request) => request.reference_id === referenceId);
  }

  open(): PaymentRequest[] {
    return this.all().filter((request) => request.status === "REQUIRES_ACTION");
  }

  refunding(): PaymentRequest[] {
    return this.all().filter(({ refund }) => refund?.status === "PENDING");
  }

  all(): PaymentRequest[] {
    return [...this.#requests.values()];
  }
}
