import { z } from "@hono/zod-openapi";
import { Time } from "./fields.ts";

export const UploadCredentials = z
  .object({
    endpoint: z.url(),
    bucket: z.string(),
    region: z.string(),
    prefix: z.string(),
    access_key_id: z.string(),
    secret_access_key: z.string(),
    session_token: z.string().nullable(),
    expires_at: Time,
  })
  .openapi("UploadCredentials");
