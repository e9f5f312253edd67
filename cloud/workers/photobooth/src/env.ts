import type { AuthenticatedBooth } from "@repo/photobooth-core";

/** Bindings and variables of wrangler.toml, and secrets. */
export interface Env {
  DB: D1Database;
  ASSETS: R2Bucket;
  READ_RATE_LIMITER: RateLimit;
  WRITE_RATE_LIMITER: RateLimit;
  PUBLIC_RATE_LIMITER: RateLimit;
  LICENSE_PUBLIC_KEY: string;
  PLATFORM_FEE_BPS: { starter: number; pro: number; enterprise: number };
  QRIS_MIN_AMOUNT: number;
  QRIS_MAX_AMOUNT: number;
  /** What the keys of customers' vouchers are made of. */
  VOUCHER_SECRET: string;
  XENDIT_API_URL: string;
  XENDIT_SECRET_KEY: string;
  XENDIT_CALLBACK_TOKEN: string;
  /** R2's own, when it is left out. */
  S3_ENDPOINT?: string;
  S3_BUCKET: string;
  S3_REGION: string;
  S3_ACCESS_KEY_ID: string;
  S3_SECRET_ACCESS_KEY: string;
  UPLOAD_CREDENTIALS: "r2-temporary" | "static";
  CLOUDFLARE_ACCOUNT_ID?: string;
  CLOUDFLARE_API_TOKEN?: string;
  /** Cloudflare's own, when it is left out. */
  CLOUDFLARE_API_URL?: string;
}

export interface AppEnv {
  Bindings: Env;
  Variables: { requestId: string; booth: AuthenticatedBooth };
}
