import { createDb } from "@repo/db-schema";
import { PhotoRepository, type Receipt, ReceiptRepository } from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { Code } from "../schemas/fields.ts";
import { findGuestFilms, type GuestFilm } from "./films.ts";
import { findGuestPictures, type GuestPictures } from "./pictures.ts";

/**
 * What a guest's address shows. Busy: too many look from one network. Trouble is ours: the database or the storage does
 * not answer.
 */
export type View =
  | {
      state: "ready";
      pictures: GuestPictures;
      films: GuestFilm[];
      keptUntil: Date;
      receipt: Receipt | undefined;
    }
  | { state: "coming" }
  | { state: "unknown" }
  | { state: "malformed" }
  | { state: "gone"; since: Date }
  | { state: "busy" }
  | { state: "trouble" };

/** Throws when the database or the storage does not answer. */
export async function findView(code: string, env: Env, now: Date): Promise<View> {
  if (!Code.safeParse(code).success) return { state: "malformed" };
  const db = createDb(env.DB);
  const lookup = await new PhotoRepository(db).lookUpCode(code, now);
  if (lookup.state !== "kept") return lookup;

  const { photo, keptUntil } = lookup;
  const pictures = await findGuestPictures(photo, env);
  if (!pictures) return { state: "coming" };
  const { customer_id, session_id } = photo;
  const receipt =
    session_id === null ? undefined : await new ReceiptRepository(db).find(customer_id, session_id);
  const films = await findGuestFilms(photo, env, pictures);
  return { state: "ready", pictures, films, keptUntil, receipt };
}

export function statusOf(view: View) {
  switch (view.state) {
    case "ready":
    case "coming":
      return 200;
    case "unknown":
    case "malformed":
      return 404;
    case "gone":
      return 410;
    case "busy":
      return 429;
    case "trouble":
      return 503;
  }
}
