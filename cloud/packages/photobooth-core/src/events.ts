import {
  type AppDatabase,
  appliedEvents,
  type Photo,
  type Price,
  type Printer,
  payments,
  photos,
  prices,
  printers,
} from "@repo/db-schema";
import { and, eq, or } from "drizzle-orm";
import { isAmong } from "./is-among.ts";
import { KnownRows } from "./known-rows.ts";
import { insertPayments, type NewPayment } from "./payments.ts";
import { upsertPhotos } from "./photos.ts";
import { upsertPrices } from "./prices.ts";
import { upsertPrinters } from "./printers.ts";
import { isRefusalOfRows } from "./refused-rows.ts";
import { selectRows } from "./rows-as-json.ts";

/** What a booth tells the cloud afterwards. `id` is made on the booth and makes the telling idempotent. */
export type BoothEvent =
  | { id: string; kind: "photo"; body: Photo }
  | { id: string; kind: "printer"; body: Printer }
  | { id: string; kind: "price"; body: Price }
  | { id: string; kind: "payment"; body: NewPayment };

/** An event whose body could not be understood; it takes part so that its answer keeps its place. */
export interface UnreadableEvent {
  id: string;
  kind: "unreadable";
  reason: string;
}

type SentEvent = BoothEvent | UnreadableEvent;

interface Tries {
  readonly customerId: string;
  readonly now: string;
  left: number;
}

export type EventResult =
  | { id: string; outcome: "applied" | "duplicate"; reason: null }
  | { id: string; outcome: "rejected"; reason: string };

/**
 * Transactions that one call may take where the database refuses rows. Each is up to ten statements, of which D1
 * allows an invocation a thousand. To find one bad event among a hundred takes fifteen.
 */
const MOST_TRIES = 60;

export class EventRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** Applies what can be applied, in one transaction. A rejected event is not remembered, so it may be mended and sent again. */
  async apply(customerId: string, events: SentEvent[], now: string): Promise<EventResult[]> {
    return await this.#try({ customerId, now, left: MOST_TRIES }, events);
  }

  /**
   * What was read may have changed by the time of writing, and the database may refuse what looked sound. Then the
   * events are tried in halves, down to the one that it refuses.
   */
  async #try(tries: Tries, events: SentEvent[]): Promise<EventResult[]> {
    if (tries.left === 0) return events.map(({ id }) => rejection(id, "not tried: send it again"));
    tries.left -= 1;
    const { results, accepted } = await this.#judge(tries.customerId, events);
    try {
      await this.#write(tries, accepted);
      return results;
    } catch (error) {
      if (!isRefusalOfRows(error)) throw error;
    }
    const half = Math.ceil(events.length / 2);
    if (half < events.length)
      return [
        ...(await this.#try(tries, events.slice(0, half))),
        ...(await this.#try(tries, events.slice(half))),
      ];
    const again = await this.#judge(tries.customerId, events);
    return again.results.map((result) =>
      result.outcome === "applied" ? rejection(result.id, "the database refuses it") : result,
    );
  }

  async #judge(customerId: string, events: SentEvent[]) {
    const { applied, known } = await this.#read(customerId, events.filter(isReadable));
    const accepted: BoothEvent[] = [];
    const results = events.map((event) => {
      const result = answerTo(event, applied, known);
      if (result.outcome === "applied" && isReadable(event)) {
        applied.add(event.id);
        known.add(event);
        accepted.push(event);
      }
      return result;
    });
    return { results, accepted };
  }

  async #read(customerId: string, events: BoothEvent[]) {
    const eventIds = events.map((event) => event.id);
    const rowIds = events.map((event) => event.body.id);
    const codes = events.map((event) => (event.kind === "photo" ? event.body.code : null));
    const [applied, knownPhotos, knownPrinters, knownPrices, knownPayments] = await this.#db.batch([
      this.#db
        .select({ id: appliedEvents.id })
        .from(appliedEvents)
        .where(and(eq(appliedEvents.customer_id, customerId), isAmong(appliedEvents.id, eventIds))),
      this.#db
        .select()
        .from(photos)
        .where(or(isAmong(photos.id, rowIds), isAmong(photos.code, codes))),
      this.#db.select().from(printers).where(isAmong(printers.id, rowIds)),
      this.#db.select().from(prices).where(isAmong(prices.id, rowIds)),
      this.#db.select().from(payments).where(isAmong(payments.id, rowIds)),
    ]);
    return {
      applied: new Set(applied.map((row) => row.id)),
      known: new KnownRows(knownPhotos, knownPrinters, knownPrices, knownPayments),
    };
  }

  /** In the order of the events, as far as it matters: what comes later in a statement sees what came before. */
  async #write({ customerId: customer_id, now: applied_at }: Tries, events: BoothEvent[]): Promise<void> {
    if (events.length === 0) return;
    const bodies = bodiesByKind(events);
    const remembered = events.map(({ id, kind }) => ({ customer_id, id, kind, applied_at }));
    await this.#db.batch([
      this.#db.insert(appliedEvents).select(selectRows(appliedEvents, remembered)).onConflictDoNothing(),
      ...(bodies.photo.length > 0 ? [upsertPhotos(this.#db, bodies.photo)] : []),
      ...(bodies.printer.length > 0 ? [upsertPrinters(this.#db, bodies.printer)] : []),
      ...(bodies.price.length > 0 ? [upsertPrices(this.#db, bodies.price)] : []),
      ...(bodies.payment.length > 0 ? [insertPayments(this.#db, bodies.payment)] : []),
    ]);
  }
}

function bodiesByKind(events: BoothEvent[]) {
  const bodies = {
    photo: [] as Photo[],
    printer: [] as Printer[],
    price: [] as Price[],
    payment: [] as NewPayment[],
  };
  for (const event of events)
    switch (event.kind) {
      case "photo":
        bodies.photo.push(event.body);
        break;
      case "printer":
        bodies.printer.push(event.body);
        break;
      case "price":
        bodies.price.push(event.body);
        break;
      case "payment":
        bodies.payment.push(event.body);
        break;
    }
  return bodies;
}

function answerTo(event: SentEvent, applied: Set<string>, known: KnownRows): EventResult {
  const { id } = event;
  if (applied.has(id)) return { id, outcome: "duplicate", reason: null };
  const reason = isReadable(event) ? known.objectionTo(event) : event.reason;
  return reason === null ? { id, outcome: "applied", reason } : rejection(id, reason);
}

function rejection(id: string, reason: string): EventResult {
  return { id, outcome: "rejected", reason };
}

function isReadable(event: SentEvent): event is BoothEvent {
  return event.kind !== "unreadable";
}
