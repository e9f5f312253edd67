import type { ExpiredPhoto, RetentionRepository } from "@repo/photobooth-core";
import type { Bucket } from "../storage/bucket.ts";

const PHOTOS_A_RUN = 50_000;
const PHOTOS_A_PAGE = 500;
/** So many keys are refused for a reason that holds for the others, too. */
const PATIENCE = 1000;

/**
 * The pictures first, and only then the rows: whatever it was interrupted by, the next run finds the rows and does it
 * again. A photo with a picture that storage would not delete keeps its row.
 */
export async function deleteExpiredPhotos(
  repository: RetentionRepository,
  bucket: Bucket,
  now: Date,
): Promise<{ rows: number; left: number }> {
  const left: string[] = [];
  let rows = 0;
  while (rows + left.length < PHOTOS_A_RUN && left.length < PATIENCE) {
    const expired = await repository.findExpired(now, PHOTOS_A_PAGE, left);
    if (expired.length === 0) break;
    const refused = await bucket.delete(await keysOf(expired, repository));
    const gone = expired.filter(({ keys }) => !keys.some((key) => refused.has(key)));
    await repository.bury(gone, now);
    rows += gone.length;
    left.push(...expired.filter((photo) => !gone.includes(photo)).map(({ id }) => id));
  }
  return { rows, left: left.length };
}

/** A picture goes with the last photo that speaks of it, and a row never takes another customer's. */
async function keysOf(expired: ExpiredPhoto[], repository: RetentionRepository): Promise<string[]> {
  const shared = await repository.findShared(expired);
  const own = expired.flatMap(({ customer_id, keys }) =>
    keys.filter((key) => key.startsWith(`${customer_id}/`) && !shared.has(key)),
  );
  return [...new Set(own)];
}
