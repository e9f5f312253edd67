import { type AppDatabase, customers, deletedPhotos, type Photo, photos } from "@repo/db-schema";
import { and, eq, or, sql } from "drizzle-orm";
import { isRefusalOfRows } from "./refused-rows.ts";
import { selectRows } from "./rows-as-json.ts";
import { hashToken } from "./tokens.ts";

export type PhotoLogging =
  | { outcome: "stored"; photo: Photo }
  | { outcome: "foreign" }
  | { outcome: "gone" }
  | { outcome: "code_conflict" };

export type CodeLookup =
  | { state: "kept"; photo: Photo; keptUntil: Date }
  | { state: "gone"; since: Date }
  | { state: "unknown" };

const DAY_MS = 24 * 3600 * 1000;

/** How long beyond the retention a row waits for its picture. */
export const WAITING_DAYS = 90;

export class PhotoRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** Newer versions replace what may change; the same or an older one changes nothing. */
  async log(photo: Photo): Promise<PhotoLogging> {
    const objection = await this.#objectionTo(photo);
    if (objection) return objection;
    try {
      await upsertPhotos(this.#db, [photo]);
    } catch (error) {
      // Another photo may have taken the code meanwhile.
      const late = isRefusalOfRows(error) && (await this.#objectionTo(photo));
      if (late) return late;
      throw error;
    }
    const stored = await this.find(photo.id, photo.customer_id);
    return stored ? { outcome: "stored", photo: stored } : await this.#whyNotStored(photo);
  }

  async #objectionTo(photo: Photo): Promise<PhotoLogging | undefined> {
    const rivals = await this.#db
      .select()
      .from(photos)
      .where(or(eq(photos.id, photo.id), eq(photos.code, photo.code ?? "")));
    if (rivals.some((rival) => rival.id === photo.id && rival.customer_id !== photo.customer_id))
      return { outcome: "foreign" };
    return rivals.some((rival) => rival.id !== photo.id || rival.code !== photo.code)
      ? { outcome: "code_conflict" }
      : undefined;
  }

  async find(id: string, customerId: string): Promise<Photo | undefined> {
    return await this.#db
      .select()
      .from(photos)
      .where(and(eq(photos.id, id), eq(photos.customer_id, customerId)))
      .get();
  }

  /** What a guest's code opens at the time `now`. Unknown may mean that its booth has been offline since. */
  async lookUpCode(code: string, now: Date): Promise<CodeLookup> {
    const found = await this.#db
      .select({ photo: photos, retention_days: customers.retention_days })
      .from(photos)
      .innerJoin(customers, eq(customers.id, photos.customer_id))
      .where(eq(photos.code, code))
      .get();
    if (found) {
      const until = keptUntil(found.photo, found.retention_days, now);
      return now <= until
        ? { state: "kept", photo: found.photo, keptUntil: until }
        : { state: "gone", since: until };
    }

    const deleted = await this.#db
      .select({ deleted_at: deletedPhotos.deleted_at })
      .from(deletedPhotos)
      .where(eq(deletedPhotos.code_hash, await hashToken(code)))
      .get();
    return deleted ? { state: "gone", since: new Date(deleted.deleted_at) } : { state: "unknown" };
  }

  async #whyNotStored({ id, customer_id }: Photo): Promise<PhotoLogging> {
    const tombstone = await this.#db
      .select({ customer_id: deletedPhotos.customer_id })
      .from(deletedPhotos)
      .where(eq(deletedPhotos.id, id))
      .get();
    return { outcome: tombstone?.customer_id === customer_id ? "gone" : "foreign" };
  }
}

/**
 * A picture that came late because its booth was offline is kept as long as any other. A row that has no picture yet
 * waits longer for it: rows are told first, and a long backlog takes its time.
 */
export function keptUntil(
  { created_at, uploaded_at }: Pick<Photo, "created_at" | "uploaded_at">,
  retentionDays: number,
  now: Date,
): Date {
  const since = Math.max(Date.parse(created_at), Date.parse(uploaded_at ?? created_at));
  const until = new Date(since + retentionDays * DAY_MS);
  return uploaded_at === null && now > until ? new Date(until.getTime() + WAITING_DAYS * DAY_MS) : until;
}

/**
 * The code stays out of the update: it may be on paper already. A photo that was deleted when its time was up does not
 * come back, however late or often its booth speaks of it.
 */
export function upsertPhotos(db: AppDatabase, rows: readonly Photo[]) {
  const isKept = sql`not exists (select 1 from ${deletedPhotos} where ${deletedPhotos.id} = value ->> 0)`;
  return db
    .insert(photos)
    .select(selectRows(photos, rows, isKept))
    .onConflictDoUpdate({
      target: photos.id,
      set: {
        r2_key: sql`excluded.r2_key`,
        print_status: sql`excluded.print_status`,
        printer_id: sql`excluded.printer_id`,
        session_id: sql`excluded.session_id`,
        payment_id: sql`excluded.payment_id`,
        uploaded_at: sql`excluded.uploaded_at`,
        shots: sql`excluded.shots`,
        films: sql`excluded.films`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${photos.customer_id} = excluded.customer_id and ${photos.version} < excluded.version`,
    });
}
