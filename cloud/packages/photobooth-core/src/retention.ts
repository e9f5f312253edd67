import { type AppDatabase, customers, deletedPhotos, type Photo, photos } from "@repo/db-schema";
import { and, asc, count, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { isAmong } from "./is-among.ts";
import { WAITING_DAYS } from "./photos.ts";
import { hashToken } from "./tokens.ts";

export type ExpiredPhoto = Pick<Photo, "id" | "customer_id" | "session_id" | "code" | "created_at"> & {
  /** Of the print, of the shots and of the films. */
  keys: string[];
};

type SpokenOf = Pick<Photo, "r2_key" | "shots" | "films">;
/** As a query that Drizzle did not build gives it: lists are JSON. */
type SpokenOfRaw = Record<keyof SpokenOf, string>;

/** Finds what guests left behind and whose time is up, and deletes the rows about it. */
export class RetentionRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** Photos whose `keptUntil` is before `now`, without those whose ids are in `except`. */
  async findExpired(now: Date, limit: number, except: string[]): Promise<ExpiredPhoto[]> {
    // A cross join, so that each customer's oldest photos are looked up in the index, and no others are read.
    const found = await this.#db.all<Omit<ExpiredPhoto, "keys"> & SpokenOfRaw>(
      sql`select p.id, p.customer_id, p.session_id, p.code, p.created_at, p.r2_key, p.shots, p.films
        from ${customers} c cross join ${photos} p on p.customer_id = c.id
        where p.created_at < ${beforeDaysOf(now)}
          and coalesce(p.uploaded_at < ${beforeDaysOf(now)}, p.created_at < ${beforeDaysOf(now, WAITING_DAYS)})
          and p.id not in (select value from json_each(${JSON.stringify(except)}))
        order by c.id, p.created_at limit ${limit}`,
    );
    return found.map(({ r2_key, shots, films, ...photo }) => ({
      ...photo,
      keys: [...keysOf([readSpokenOf({ r2_key, shots, films })])],
    }));
  }

  /** The keys that another photo of the same session speaks of, too. */
  async findShared(expired: ExpiredPhoto[]): Promise<Set<string>> {
    const own = JSON.stringify(
      expired.map(({ id, customer_id, session_id, created_at }) => ({
        id,
        customer_id,
        session_id,
        created_at,
      })),
    );
    const others = await this.#db.all<SpokenOfRaw>(
      sql`select distinct p.r2_key, p.shots, p.films
        from json_each(${own}) e cross join ${photos} p on p.customer_id = e.value ->> 'customer_id'
          and p.created_at between strftime('%Y-%m-%d', e.value ->> 'created_at', '-1 day')
          and strftime('%Y-%m-%d', e.value ->> 'created_at', '+2 days')
        where p.session_id = e.value ->> 'session_id'
          and p.id not in (select value ->> 'id' from json_each(${own}))`,
    );
    return keysOf(others.map(readSpokenOf));
  }

  /** Those of `keys` that a photo of this customer speaks of. Reads all of the customer's photos. */
  async findSpokenOf(customerId: string, keys: string[]): Promise<Set<string>> {
    const isAmongIn = (list: SQLWrapper) => sql`exists (select 1 from json_each(${list}) listed
      where listed.value in (select value from json_each(${JSON.stringify(keys)})))`;
    const isSpokenOf = sql`(${isAmong(photos.r2_key, keys)} or ${isAmongIn(photos.shots)} or ${isAmongIn(photos.films)})`;
    const found = await this.#db
      .select({ r2_key: photos.r2_key, shots: photos.shots, films: photos.films })
      .from(photos)
      .where(and(eq(photos.customer_id, customerId), isSpokenOf));
    return keysOf(found);
  }

  /** Replaces rows by tombstones, all or none. Again is as good as once. */
  async bury(gone: Pick<Photo, "id" | "customer_id" | "code">[], now: Date): Promise<void> {
    const tombstones = await Promise.all(
      gone.map(async ({ id, customer_id, code }) => ({
        id,
        customer_id,
        code_hash: code === null ? null : await hashToken(code),
      })),
    );
    const ids = gone.map(({ id }) => id);
    await this.#db.batch([
      this.#db
        .insert(deletedPhotos)
        .select(
          sql`select value ->> 'id', value ->> 'customer_id', value ->> 'code_hash', ${now.toISOString()}
            from json_each(${JSON.stringify(tombstones)}) where true`,
        )
        .onConflictDoNothing(),
      this.#db.delete(photos).where(isAmong(photos.id, ids)),
    ]);
  }

  /** The customers whose turn it is on this day: everyone's comes, within as many days as there are times `limit` of them. */
  async findCustomersOfTheDay(now: Date, limit: number): Promise<{ id: string; retention_days: number }[]> {
    const [all] = await this.#db.select({ count: count() }).from(customers);
    const turns = Math.max(1, Math.ceil((all?.count ?? 0) / limit));
    const turn = Math.floor(now.getTime() / DAY_MS) % turns;
    return await this.#db
      .select({ id: customers.id, retention_days: customers.retention_days })
      .from(customers)
      .orderBy(asc(customers.id))
      .limit(limit)
      .offset(turn * limit);
  }
}

const DAY_MS = 24 * 3600 * 1000;

/** The time as many days before `now` as the customer `c` has pictures kept, and `more`, in the form in which times are stored. */
function beforeDaysOf(now: Date, more = 0): SQL {
  return sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${now.toISOString()}, '-' || (c.retention_days + ${more}) || ' days')`;
}

function keysOf(spokenOf: SpokenOf[]): Set<string> {
  return new Set(spokenOf.flatMap(({ r2_key, shots, films }) => [r2_key, ...shots, ...films]));
}

function readSpokenOf({ r2_key, shots, films }: SpokenOfRaw): SpokenOf {
  return { r2_key, shots: JSON.parse(shots), films: JSON.parse(films) };
}
