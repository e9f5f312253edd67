import type { RetentionRepository } from "@repo/photobooth-core";
import type { Bucket } from "../storage/bucket.ts";
import type { StoredObject } from "../storage/s3-xml.ts";

const DAY_MS = 24 * 3600 * 1000;
const CUSTOMERS_A_RUN = 300;
const LISTINGS_A_RUN = 500;
const KEYS_A_LISTING = 1000;

/** A key without control characters, which XML could not carry, under the day on which its session started. */
const DATED_KEY = /^[^/]+\/photos\/(\d{4})\/(\d{2})\/(\d{2})\/\P{Cc}+$/u;

/**
 * Deletes pictures that no photo speaks of and whose time is up: uploaded after the deletion, or without a row ever
 * since. A photo that arrived late is kept longer than its folder's day tells, and so are its pictures.
 */
export async function deleteOrphans(
  repository: RetentionRepository,
  bucket: Bucket,
  now: Date,
): Promise<{ objects: number; left: number }> {
  const work = { listings: LISTINGS_A_RUN, objects: 0, left: 0 };
  for (const { id, retention_days } of await repository.findCustomersOfTheDay(now, CUSTOMERS_A_RUN)) {
    const before = new Date(now.getTime() - retention_days * DAY_MS);
    for (let after = ""; work.listings > 0; ) {
      work.listings--;
      const { objects, isTruncated } = await bucket.list(`${id}/photos/`, after, KEYS_A_LISTING);
      const over = objects.filter((object) => isOver(object, before)).map(({ key }) => key);
      const spokenOf = over.length > 0 ? await repository.findSpokenOf(id, over) : new Set();
      const orphans = over.filter((key) => !spokenOf.has(key));
      const refused = await bucket.delete(orphans);
      work.objects += orphans.length - refused.size;
      work.left += refused.size;

      // Keys come in the order of their days, so that no older one follows a young one.
      const last = objects.at(-1);
      if (!isTruncated || !last || objects.some(({ key }) => isYoung(key, before))) break;
      after = last.key;
    }
  }
  return { objects: work.objects, left: work.left };
}

function isOver({ key, modifiedAt }: StoredObject, before: Date): boolean {
  const end = endOfDay(key);
  return end !== undefined && end <= before && modifiedAt < before;
}

function isYoung(key: string, before: Date): boolean {
  const end = endOfDay(key);
  return end !== undefined && end > before;
}

function endOfDay(key: string): Date | undefined {
  const [, year, month, day] = DATED_KEY.exec(key) ?? [];
  const start = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(start) ? undefined : new Date(start + DAY_MS);
}
