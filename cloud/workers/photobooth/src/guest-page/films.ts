import type { Photo } from "@repo/db-schema";
import type { Env } from "../env.ts";
import { Bucket } from "../storage/bucket.ts";
import { fileNameOf, type GuestPictures, linksTo, type Picture } from "./pictures.ts";

const kinds = ["boomerang", "timelapse"] as const;
export type FilmKind = (typeof kinds)[number];

/** A film's `film` is undefined while the booth has told of it and not uploaded it. */
export interface GuestFilm {
  kind: FilmKind;
  film: (Picture & { poster: string | undefined }) | undefined;
}

const TYPE = "video/mp4";
/** Twice what booths make at most. */
const LARGEST_BYTES = 4_000_000;

/** Those that the photo's row tells of, in the order of `kinds`. Whatever is no film of its session is left out. */
export async function findGuestFilms(photo: Photo, env: Env, pictures: GuestPictures): Promise<GuestFilm[]> {
  const folder = photo.r2_key.slice(0, photo.r2_key.lastIndexOf("/"));
  const told = kinds.filter((kind) => photo.films.includes(`${folder}/${kind}.mp4`));
  const bucket = new Bucket(env);
  const found = await Promise.all(
    told.map(async (kind) => await findFilm(bucket, `${folder}/${kind}.mp4`, kind, photo, pictures)),
  );
  return found.filter((film) => film !== undefined);
}

/** Undefined where something else lies there, or storage gives no answer: the print does not wait for it. */
async function findFilm(
  bucket: Bucket,
  key: string,
  kind: FilmKind,
  photo: Photo,
  pictures: GuestPictures,
): Promise<GuestFilm | undefined> {
  try {
    const description = await bucket.describe(key);
    if (!description) return { kind, film: undefined };
    if (description.type !== TYPE || description.bytes > LARGEST_BYTES) return undefined;
    const links = await linksTo(bucket, key, `${fileNameOf(photo)}-${kind}.mp4`);
    return { kind, film: { ...links, poster: posterOf(kind, pictures) } };
  } catch {
    return undefined;
  }
}

/** A boomerang is of the last shot's moment, and a time-lapse begins before the first. */
function posterOf(kind: FilmKind, { shots }: GuestPictures): string | undefined {
  return (kind === "boomerang" ? shots.at(-1) : shots.at(0))?.show;
}
