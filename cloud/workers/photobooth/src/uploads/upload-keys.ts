/** What opens a part of the bucket until `expires_at`. */
export interface UploadKeys {
  access_key_id: string;
  secret_access_key: string;
  session_token: string | null;
  expires_at: string;
}

/** A booth asks again two minutes before they end; R2 would allow a week. */
export const LIFETIME_SECONDS = 3600;
