import { join } from "node:path";
import type { Addresses } from "./addresses.ts";
import { bundleWorker } from "./bundle.ts";
import { letWorkerdDieWithUs } from "./dying-with-us.ts";
import { migrate } from "./migrate.ts";
import { BUCKET } from "./s3.ts";
import type { Secrets } from "./secrets.ts";

export interface WorkerOptions {
  dataDir: string;
  addresses: Addresses;
  secrets: Secrets;
}

/** The real Worker in workerd, with D1 and R2 on disk, and nothing that reaches beyond this machine. */
export async function startWorker({ dataDir, addresses, secrets }: WorkerOptions): Promise<void> {
  // Loading Miniflare takes as long as bundling does, and need not wait for it.
  const [bundle, { Miniflare }] = await Promise.all([bundleWorker(), import("miniflare")]);
  letWorkerdDieWithUs();
  const miniflare = new Miniflare({
    name: "photobooth",
    host: "127.0.0.1",
    port: Number(addresses.api.port),
    cf: false,
    compatibilityDate: "2026-07-01",
    modules: [{ type: "ESModule", path: "photobooth.js", contents: bundle }],
    defaultPersistRoot: join(dataDir, "cloudflare"),
    d1Databases: { DB: "photobooth-db" },
    r2Buckets: { ASSETS: BUCKET },
    ratelimits: { RATE_LIMITER: { namespace_id: "1001", simple: { limit: 100_000, period: 60 } } },
    unsafeTriggerHandlers: true,
    bindings: {
      LICENSE_PUBLIC_KEY: secrets.license_public_key,
      PLATFORM_FEE_BPS: { starter: 500, pro: 300, enterprise: 150 },
      QRIS_MIN_AMOUNT: 1,
      QRIS_MAX_AMOUNT: 10_000_000,
      XENDIT_API_URL: addresses.xendit.origin,
      XENDIT_SECRET_KEY: secrets.xendit_secret_key,
      XENDIT_CALLBACK_TOKEN: secrets.xendit_callback_token,
      S3_ENDPOINT: addresses.s3.origin,
      S3_BUCKET: BUCKET,
      S3_REGION: "auto",
      S3_ACCESS_KEY_ID: secrets.s3_access_key_id,
      S3_SECRET_ACCESS_KEY: secrets.s3_secret_access_key,
      UPLOAD_CREDENTIALS: "static",
    },
    handleRuntimeStdio(stdout, stderr) {
      stdout.pipe(process.stderr);
      stderr.pipe(process.stderr);
    },
  });
  await migrate(await miniflare.getD1Database("DB"));
}
