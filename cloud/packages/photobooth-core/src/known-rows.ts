import type { Payment, Photo } from "@repo/db-schema";
import type { BoothEvent } from "./events.ts";
import { isSameSale } from "./payments.ts";

type KnownPhoto = Pick<Photo, "id" | "customer_id" | "code">;
type KnownRow = Pick<Photo, "id" | "customer_id">;
type KnownPayment = Pick<Payment, "id" | "customer_id" | "amount" | "method" | "voucher">;

/** The rows that a batch of events may collide with: those stored, and those that earlier events of the batch bring. */
export class KnownRows {
  readonly #photos: Map<string, KnownPhoto>;
  readonly #photosByCode: Map<string | null, KnownPhoto>;
  readonly #printers: Map<string, KnownRow>;
  readonly #prices: Map<string, KnownRow>;
  readonly #payments: Map<string, KnownPayment>;

  constructor(photos: KnownPhoto[], printers: KnownRow[], prices: KnownRow[], payments: KnownPayment[]) {
    this.#photos = new Map(photos.map((row) => [row.id, row]));
    this.#photosByCode = new Map(photos.map((row) => [row.code, row]));
    this.#printers = new Map(printers.map((row) => [row.id, row]));
    this.#prices = new Map(prices.map((row) => [row.id, row]));
    this.#payments = new Map(payments.map((row) => [row.id, row]));
  }

  add(event: BoothEvent): void {
    switch (event.kind) {
      case "photo":
        this.#photos.set(event.body.id, event.body);
        this.#photosByCode.set(event.body.code, event.body);
        break;
      case "printer":
        this.#printers.set(event.body.id, event.body);
        break;
      case "price":
        this.#prices.set(event.body.id, event.body);
        break;
      case "payment":
        this.#payments.set(event.body.id, event.body);
        break;
    }
  }

  objectionTo(event: BoothEvent): string | null {
    switch (event.kind) {
      case "photo":
        return this.#objectionToPhoto(event.body);
      case "printer":
        return objectionToOwner(this.#printers.get(event.body.id), event.body);
      case "price":
        return objectionToOwner(this.#prices.get(event.body.id), event.body);
      case "payment":
        return this.#objectionToPayment(event.body);
    }
  }

  #objectionToPhoto(photo: Photo): string | null {
    const sameId = this.#photos.get(photo.id);
    const foreign = objectionToOwner(sameId, photo);
    if (foreign) return foreign;
    if (sameId && sameId.code !== photo.code) return "code: a photo keeps its first code";
    const sameCode = this.#photosByCode.get(photo.code);
    return sameCode && sameCode.id !== photo.id ? "code: in use by another photo" : null;
  }

  #objectionToPayment(payment: KnownPayment): string | null {
    const stored = this.#payments.get(payment.id);
    const foreign = objectionToOwner(stored, payment);
    if (foreign) return foreign;
    if (stored && !isSameSale(stored, payment))
      return "amount, method, voucher: differ from the recorded payment";
    return !stored && payment.method === "qris" ? "method: QRIS payments start at POST /api/payments" : null;
  }
}

function objectionToOwner(stored: KnownRow | undefined, row: KnownRow): string | null {
  return stored && stored.customer_id !== row.customer_id ? "id: in use" : null;
}
