import { z } from "@hono/zod-openapi";
import { Code, Id, Time, Version } from "./fields.ts";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const FOLDER = `${UUID}/photos/[0-9]{4}/[0-9]{2}/[0-9]{2}/${UUID}`;

const PrintKey = z
  .string()
  .regex(
    new RegExp(`^${FOLDER}/print\\.jpg$`),
    "must be <customer_id>/photos/YYYY/MM/DD/<session id>/print.jpg",
  );

const ShotKey = z
  .string()
  .regex(
    new RegExp(`^${FOLDER}/shot-[0-9]{1,2}\\.jpg$`),
    "must be <customer_id>/photos/YYYY/MM/DD/<session id>/shot-N.jpg",
  );

const FilmKey = z
  .string()
  .regex(
    new RegExp(`^${FOLDER}/(?:boomerang|timelapse)\\.mp4$`),
    "must be <customer_id>/photos/YYYY/MM/DD/<session id>/boomerang.mp4 or timelapse.mp4",
  );

const fields = z.object({
  id: Id,
  customer_id: Id,
  r2_key: PrintKey,
  print_status: z.enum(["pending", "printing", "completed", "failed"]),
  printer_id: Id.nullable().default(null),
  created_at: Time,
  session_id: Id,
  payment_id: Id.nullable().default(null),
  code: Code,
  version: Version,
  uploaded_at: Time.nullable().default(null),
  shots: z.array(ShotKey).max(20).default([]),
  films: z.array(FilmKey).max(2).default([]),
});

type KeyAtPath = [path: (string | number)[], key: string];

export const NewPhoto = fields
  .superRefine((photo, context) => {
    const inList = (name: "shots" | "films") =>
      photo[name].map((key, index): KeyAtPath => [[name, index], key]);
    const keys: KeyAtPath[] = [[["r2_key"], photo.r2_key], ...inList("shots"), ...inList("films")];
    for (const [path, key] of keys)
      if (!key.startsWith(`${photo.customer_id}/`))
        context.addIssue({ code: "custom", path, message: "must start with the photo's customer_id" });
  })
  .openapi("NewPhoto");

/** Rows written before the booth had sessions and codes have neither. */
export const Photo = fields
  .extend({
    session_id: Id.nullable(),
    code: Code.nullable(),
    r2_key: z.string(),
    shots: z.array(z.string()),
    films: z.array(z.string()),
  })
  .openapi("Photo");
