import type { Photo } from "@repo/db-schema";
import type { Env } from "../env.ts";
import { Bucket } from "../storage/bucket.ts";

/** Addresses that work for an hour and for nobody who was not given them. */
export interface GuestPictures {
  print: string;
  printDownload: string;
  shots: string[];
}

/** Undefined while the print has not been uploaded. Shots that are not there yet are left out. */
export async function findGuestPictures(photo: Photo, env: Env): Promise<GuestPictures | undefined> {
  const bucket = new Bucket(env);
  const [printIsThere, ...shotsAreThere] = await Promise.all(
    [photo.r2_key, ...photo.shots].map((key) => bucket.has(key)),
  );
  if (!printIsThere) return undefined;

  const shots = photo.shots.filter((_, index) => shotsAreThere[index]);
  return {
    print: await bucket.linkTo(photo.r2_key),
    printDownload: await bucket.linkTo(photo.r2_key, "photobooth.jpg"),
    shots: await Promise.all(shots.map((key) => bucket.linkTo(key))),
  };
}
