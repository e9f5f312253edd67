import { env } from "cloudflare:workers";
import { NOW, type TestBooth } from "./booth.ts";

const at = (key: string) => `https://s3.test/photobooth/${encodeURI(key)}`;

/** Puts pictures into the storage, as if at the time `modified`. */
export async function upload(keys: string[], modified = "2026-07-30T10:01:00.000Z"): Promise<void> {
  for (const key of keys)
    await fetch(at(key), { method: "PUT", body: "jpeg", headers: { "last-modified": modified } });
}

/** Those of `keys` that are in the storage. */
export async function stored(keys: string[]): Promise<string[]> {
  const found = await Promise.all(keys.map(async (key) => (await fetch(at(key), { method: "HEAD" })).ok));
  return keys.filter((_, index) => found[index]);
}

/** A photo with its pictures in the storage. */
export async function logPhoto(booth: TestBooth, fields: Record<string, unknown> = {}) {
  const photo = booth.photo({ uploaded_at: NOW, ...fields });
  const keys = [photo.r2_key, ...(photo.shots as string[])];
  await upload(keys);
  await booth.post("/api/photos", photo);
  return { photo, keys };
}

export async function rowOf(table: "photos" | "deleted_photos", id: string) {
  return await env.DB.prepare(`select * from ${table} where id = ?`).bind(id).first();
}

/** A run looks at every customer, and other files leave hundreds. */
export async function forgetOtherTests(): Promise<void> {
  const tables = [
    "applied_events",
    "photos",
    "deleted_photos",
    "payments",
    "printers",
    "prices",
    "booths",
    "customers",
  ];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`delete from ${table}`)));
}
