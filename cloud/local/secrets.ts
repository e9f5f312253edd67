import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { issueLicense } from "@repo/photobooth-core/license";
import { newLicenseKeys, readPrivateKey } from "@repo/photobooth-core/license-keys";

export interface Secrets {
  license_private_key: string;
  license_public_key: string;
  license_key: string;
  voucher_secret: string;
  s3_access_key_id: string;
  s3_secret_access_key: string;
  xendit_secret_key: string;
  xendit_callback_token: string;
}

/** Each is made on the first start that needs it, and the same ever after. */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, "secrets.json");
  if (!existsSync(file)) return keep(file, await makeSecrets());
  const { voucher_secret, ...kept } = JSON.parse(readFileSync(file, "utf8")) as Secrets;
  // Folders from before there were vouchers have none.
  return voucher_secret
    ? { ...kept, voucher_secret }
    : keep(file, { ...kept, voucher_secret: randomHex(32) });
}

function keep(file: string, secrets: Secrets): Secrets {
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

async function makeSecrets(): Promise<Secrets> {
  const keys = await newLicenseKeys();
  return {
    license_private_key: keys.private_key,
    license_public_key: keys.public_key,
    license_key: await issueLicense(demoLicense(new Date()), await readPrivateKey(keys.private_key)),
    voucher_secret: randomHex(32),
    s3_access_key_id: randomHex(10),
    s3_secret_access_key: randomHex(32),
    xendit_secret_key: `stand_in_${randomHex(24)}`,
    xendit_callback_token: randomHex(32),
  };
}

function demoLicense(today: Date) {
  const expires = new Date(today);
  expires.setUTCFullYear(today.getUTCFullYear() + 10);
  return {
    id: `demo-${randomHex(8)}`,
    type: "pro" as const,
    issued: dateOf(today),
    expires: dateOf(expires),
  };
}

function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

function randomHex(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}
