import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import { newLicenseKeys } from "./packages/photobooth-core/src/license-keys.ts";
import { createOutsideWorld } from "./workers/photobooth/test/outside-world.ts";

const licenseKeys = await newLicenseKeys();

/** Wrangler misses the secrets that wrangler.toml requires where they are not in the environment, too. */
const SECRETS = {
  LICENSE_PUBLIC_KEY: licenseKeys.public_key,
  VOUCHER_SECRET: "test-voucher-secret-of-32-letters",
  XENDIT_SECRET_KEY: "test-secret-key",
  XENDIT_CALLBACK_TOKEN: "test-callback-token",
  S3_ACCESS_KEY_ID: "test-access-key",
  S3_SECRET_ACCESS_KEY: "test-secret-access-key",
  CLOUDFLARE_API_TOKEN: "test-api-token",
};
Object.assign(process.env, SECRETS);

const requestsAMinute = (limit: number) => ({
  namespace_id: String(limit),
  simple: { limit, period: 60 as const },
});

/** For machines that have other things to do as well. */
const PATIENCE = { testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    silent: "passed-only",
    projects: [
      {
        test: {
          name: "node",
          ...PATIENCE,
          include: ["{packages/*,local}/test/*.test.ts", "workers/*/test/*.node.test.ts"],
          // Most wait for a cloud of their own: also two cores have room for two.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: "./workers/photobooth/src/index.ts",
            wrangler: { configPath: "./workers/photobooth/wrangler.toml" },
            miniflare: {
              cf: false,
              ratelimits: {
                READ_RATE_LIMITER: requestsAMinute(100_000),
                WRITE_RATE_LIMITER: requestsAMinute(100_000),
                PUBLIC_RATE_LIMITER: requestsAMinute(100_000),
                SMALL_RATE_LIMITER: requestsAMinute(5),
              },
              outboundService: createOutsideWorld(SECRETS.XENDIT_SECRET_KEY),
              bindings: {
                ...SECRETS,
                MIGRATIONS: await readD1Migrations("./packages/db-schema/migrations/photobooth"),
                LICENSE_PRIVATE_KEY: licenseKeys.private_key,
                XENDIT_API_URL: "https://xendit.test",
                S3_ENDPOINT: "https://s3.test",
                UPLOAD_CREDENTIALS: "static",
                CLOUDFLARE_API_URL: "https://cloudflare.test/client/v4",
              },
            },
          }),
        ],
        test: {
          name: "workerd",
          ...PATIENCE,
          include: ["workers/*/test/*.test.ts"],
          exclude: ["workers/*/test/*.node.test.ts"],
          // One runtime for all files: starting one takes longer than all tests. Every test brings its own customer.
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          setupFiles: ["./workers/photobooth/test/set-up.ts"],
        },
      },
    ],
  },
});
