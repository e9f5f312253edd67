import { join } from "node:path";
import type { Addresses } from "./addresses.ts";
import { bundleWorker } from "./bundle.ts";
import { letWorkerdDieWithUs } from "./dying-with-us.ts";
import { migrate } from "./migrate.ts";
import { BUCKET } from "./s3.ts";
import type { Secrets } from "./secrets.ts";
import { COMPATIBILITY_DATE, hardlyLimited, VARIABLES } from "./worker-settings.ts";

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
    compatibilityDate: COMPATIBILITY_DATE,
    modules: [{ type: "ESModule", path: "photobooth.js", contents: bundle }],
    defaultPersistRoot: join(dataDir, "cloudflare"),
    d1Databases: { DB: "photobooth-db" },
    r2Buckets: { ASSETS: BUCKET },
    ratelimits: {
      READ_RATE_LIMITER: hardlyLimited("1001"),
      WRITE_RATE_LIMITER: hardlyLimited("1002"),
      PUBLIC_RATE_LIMITER: hardlyLimited("1003"),
    },
    unsafeTriggerHandlers: true,
    bindings: {
      ...VARIABLES,
      LICENSE_PUBLIC_KEY: secrets.license_public_key,
      VOUCHER_SECRET: secrets.voucher_secret,
      XENDIT_API_URL: addresses.xendit.origin,
      XENDIT_SECRET_KEY: secrets.xendit_secret_key,
      XENDIT_CALLBACK_TOKEN: secrets.xendit_callback_token,
      S3_ENDPOINT: addresses.s3.origin,
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
