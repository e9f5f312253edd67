import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { issueLicense, type License } from "../src/license.ts";
import { type LicenseKeys, newLicenseKeys, readPrivateKey } from "../src/license-keys.ts";

const USAGE = "usage: npm run license:issue -- --keys FILE [--type starter|pro|enterprise] [--days N]";

const { values } = parseArgs({
  options: {
    keys: { type: "string" },
    type: { type: "string", default: "starter" },
    days: { type: "string", default: "365" },
  },
});
const { keys: file, type, days } = values;
if (!file || !isLicenseType(type) || !/^[1-9]\d{0,4}$/.test(days)) {
  console.error(USAGE);
  process.exit(2);
}

const keys = await loadKeys(file);
const license = { id: randomUUID(), type, issued: dayFromNow(0), expires: dayFromNow(Number(days)) };
console.log(await issueLicense(license, await readPrivateKey(keys.private_key)));
console.error(`LICENSE_PUBLIC_KEY = "${keys.public_key}"`);

/** The file is made on first use; whoever has it can issue licences. */
async function loadKeys(path: string): Promise<LicenseKeys> {
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
  const made = await newLicenseKeys();
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

function isLicenseType(text: string): text is License["type"] {
  return text === "starter" || text === "pro" || text === "enterprise";
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
