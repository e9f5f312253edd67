import {
  type AppDatabase,
  appliedEvents,
  type Photo,
  type Printer,
  payments,
  photos,
  printers,
} from "@repo/db-schema";
import { and, eq, or } from "drizzle-orm";
import { isAmong } from "./is-among.ts";
import { KnownRows } from "./known-rows.ts";
import { type NewPayment, newPaymentRow } from "./payments.ts";
import { upsertPhoto } from "./photos.ts";
import { upsertPrinter } from "./printers.ts";

/** What a booth tells the cloud afterwards. `id` is made on the booth and makes the telling idempotent. */
export type BoothEvent =
  | { id: string; kind: "photo"; body: Photo }
  | { id: string; kind: "printer"; body: Printer }
  | { id: string; kind: "payment"; body: NewPayment };

/** An event whose body could not be understood; it takes part so that its answer keeps its place. */
export interface UnreadableEvent {
  id: string;
  kind: "unreadable";
  reason: string;
}

type SentEvent = BoothEvent | UnreadableEvent;

export type EventResult =
  | { id: string; outcome: "applied" | "duplicate"; reason: null }
  | { id: string; outcome: "rejected"; reason: string };

type Statement = Parameters<AppDatabase["batch"]>[0][number];

export class EventRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** Applies what can be applied in one transaction. A rejected event is not remembered, so it may be mended and sent again. */
  async apply(customerId: string, events: SentEvent[], now: string): Promise<EventResult[]> {
    const { applied, known } = await this.#read(customerId, events.filter(isReadable));
    const results: EventResult[] = [];
    const statements: Statement[] = [];

    for (const event of events) {
      const result = answerTo(event, applied, known);
      results.push(result);
      if (result.outcome !== "applied" || !isReadable(event)) continue;
      applied.add(event.id);
      known.add(event);
      statements.push(this.#write(event), this.#remember(customerId, event, now));
    }

    const [first, ...others] = statements;
    if (first) await this.#db.batch([first, ...others]);
    return results;
  }

  async #read(customerId: string, events: BoothEvent[]) {
    const eventIds = events.map((event) => event.id);
    const rowIds = events.map((event) => event.body.id);
    const codes = events.map((event) => (event.kind === "photo" ? event.body.code : null));
    const [applied, knownPhotos, knownPrinters, knownPayments] = await this.#db.batch([
      this.#db
        .select({ id: appliedEvents.id })
        .from(appliedEvents)
        .where(and(eq(appliedEvents.customer_id, customerId), isAmong(appliedEvents.id, eventIds))),
      this.#db
        .select()
        .from(photos)
        .where(or(isAmong(photos.id, rowIds), isAmong(photos.code, codes))),
      this.#db.select().from(printers).where(isAmong(printers.id, rowIds)),
      this.#db.select().from(payments).where(isAmong(payments.id, rowIds)),
    ]);
    return {
      applied: new Set(applied.map((row) => row.id)),
      known: new KnownRows(knownPhotos, knownPrinters, knownPayments),
    };
  }

  #write(event: BoothEvent): Statement {
    switch (event.kind) {
      case "photo":
        return upsertPhoto(this.#db, event.body);
      case "printer":
        return upsertPrinter(this.#db, event.body);
      case "payment":
        return this.#db.insert(payments).values(newPaymentRow(event.body)).onConflictDoNothing();
    }
  }

  #remember(customerId: string, event: BoothEvent, now: string): Statement {
    return this.#db
      .insert(appliedEvents)
      .values({ customer_id: customerId, id: event.id, kind: event.kind, applied_at: now })
      .onConflictDoNothing();
  }
}

function answerTo(event: SentEvent, applied: Set<string>, known: KnownRows): EventResult {
  const { id } = event;
  if (applied.has(id)) return { id, outcome: "duplicate", reason: null };
  const reason = isReadable(event) ? known.objectionTo(event) : event.reason;
  return reason === null ? { id, outcome: "applied", reason } : { id, outcome: "rejected", reason };
}

function isReadable(event: SentEvent): event is BoothEvent {
  return event.kind !== "unreadable";
}
