import { createDb } from "@repo/db-schema";
import { PhotoRepository } from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { Code } from "../schemas/fields.ts";
import { findGuestPictures, type GuestPictures } from "./pictures.ts";

/**
 * What a guest's address shows. Busy: too many look from one network. Trouble is ours: the database or the storage does
 * not answer.
 */
export type View =
  | { state: "ready"; pictures: GuestPictures; keptUntil: Date }
  | { state: "coming" }
  | { state: "unknown" }
  | { state: "malformed" }
  | { state: "gone"; since: Date }
  | { state: "busy" }
  | { state: "trouble" };

/** Throws when the database or the storage does not answer. */
export async function findView(code: string, env: Env, now: Date): Promise<View> {
  if (!Code.safeParse(code).success) return { state: "malformed" };
  const lookup = await new PhotoRepository(createDb(env.DB)).lookUpCode(code, now);
  if (lookup.state !== "kept") return lookup;

  const { photo, keptUntil } = lookup;
  const pictures = await findGuestPictures(photo, env);
  return pictures ? { state: "ready", pictures, keptUntil } : { state: "coming" };
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
