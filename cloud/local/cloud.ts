import { mkdirSync } from "node:fs";
import { chooseAddresses } from "./addresses.ts";
import type { Options } from "./arguments.ts";
import { BUCKET, startS3 } from "./s3.ts";
import { loadSecrets } from "./secrets.ts";
import { startWorker } from "./worker.ts";
import { startXenditStandIn } from "./xendit-stand-in/start.ts";

/** Starts S3, the Worker and the Xendit stand-in; resolves, with what a booth needs to know, once all of them answer. */
export async function startCloud({ dataDir, port, payAfterMs }: Options) {
  mkdirSync(dataDir, { recursive: true });
  const secrets = await loadSecrets(dataDir);
  const addresses = await chooseAddresses(port);

  await Promise.all([
    startS3({ dataDir, address: addresses.s3, secrets }),
    startWorker({ dataDir, addresses, secrets }),
  ]);
  await startXenditStandIn({ dataDir, addresses, secrets, payAfterMs });
  await assertHealthy(addresses.api);

  return {
    ready: true,
    api: addresses.api.origin,
    s3: {
      endpoint: addresses.s3.origin,
      bucket: BUCKET,
      access_key_id: secrets.s3_access_key_id,
      secret_access_key: secrets.s3_secret_access_key,
    },
    xendit_stand_in: addresses.xendit.origin,
    license_key: secrets.license_key,
    license_public_key: secrets.license_public_key,
  };
}

async function assertHealthy(api: URL): Promise<void> {
  const response = await fetch(new URL("/api/health", api));
  if (!response.ok) throw new Error(`The Worker is not healthy: ${await response.text()}`);
}
