const WEEKS_KEPT = 12;
const WEEK_MS = 7 * 24 * 3600 * 1000;
const DATED = /^backups\/db-backup-(\d{4}-\d{2}-\d{2})\.sql$/;

export function datedKey(at: Date): string {
  return `backups/db-backup-${at.toISOString().slice(0, 10)}.sql`;
}

/** Deletes what is older than twelve weeks before `newest`, and never `newest` itself. R2 deletes up to 1,000 keys a call. */
export async function deleteOldBackups(bucket: R2Bucket, newest: Date): Promise<number> {
  const oldestKept = new Date(newest.getTime() - WEEKS_KEPT * WEEK_MS).toISOString().slice(0, 10);
  const { objects } = await bucket.list({ prefix: "backups/db-backup-", limit: 1000 });
  const old = objects
    .map(({ key }) => key)
    .filter((key) => {
      const date = DATED.exec(key)?.[1];
      return date !== undefined && date < oldestKept;
    });
  if (old.length > 0) await bucket.delete(old);
  return old.length;
}
