import type { Photo } from "@repo/db-schema";
import type { Env } from "../env.ts";
import { Bucket } from "../storage/bucket.ts";
import { fileDate } from "./dates.ts";

/** As many as a photo may have; rows from before that limit may have more. */
const MOST_SHOTS = 20;

/** Addresses that work for an hour and for nobody who was not given them. */
export interface Picture {
  show: string;
  download: string;
}

export interface GuestPictures {
  print: Picture;
  /** Each with its place in the session, because some may be missing. */
  shots: (Picture & { number: number })[];
}

/** Undefined while the print has not been uploaded; throws when storage does not say. */
export async function findGuestPictures(photo: Photo, env: Env): Promise<GuestPictures | undefined> {
  const bucket = new Bucket(env);
  if (!(await bucket.has(photo.r2_key))) return undefined;

  const name = fileNameOf(photo);
  const shots = photo.shots.slice(0, MOST_SHOTS).map(async (key, index) => {
    const number = index + 1;
    return (
      (await isThere(bucket, key)) && { number, ...(await linksTo(bucket, key, `${name}-${number}.jpg`)) }
    );
  });
  return {
    print: await linksTo(bucket, photo.r2_key, `${name}.jpg`),
    shots: (await Promise.all(shots)).filter((shot) => shot !== false),
  };
}

/** Without its ending. */
export function fileNameOf({ created_at }: Photo): string {
  return `photobooth-${fileDate(new Date(created_at))}`;
}

/** The print must not wait for a shot that storage cannot find, or cannot look for. */
async function isThere(bucket: Bucket, key: string): Promise<boolean> {
  return await bucket.has(key).catch(() => false);
}

export async function linksTo(bucket: Bucket, key: string, fileName: string): Promise<Picture> {
  return { show: await bucket.linkTo(key), download: await bucket.linkTo(key, fileName) };
}
