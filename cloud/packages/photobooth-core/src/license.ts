import type { LicenseType } from "@repo/db-schema";
import { asRecord, dayOf, isDay, isLine } from "./license-fields.ts";
import type { PrivateKey } from "./license-keys.ts";
import { readSignedText, signText } from "./license-signature.ts";

/** Dates are `YYYY-MM-DD` in UTC; the licence holds through the whole of the day it expires on. */
export interface License {
  id: string;
  type: LicenseType;
  issued: string;
  expires: string;
}

export type LicenseCheck =
  | { valid: true; license: License }
  | { valid: false; reason: "expired"; license: License }
  | { valid: false; reason: "malformed" | "forged" };

const PREFIX = "PB1";

/** Says nothing about whether the licence was revoked: a key cannot know. */
export async function checkLicense(key: string, publicKey: string, now: Date): Promise<LicenseCheck> {
  const reading = await readSignedText(key, PREFIX, publicKey);
  if (reading.outcome === "malformed") return { valid: false, reason: "malformed" };
  const license = reading.value;
  if (!isLicense(license)) return { valid: false, reason: "malformed" };
  if (reading.outcome === "forged") return { valid: false, reason: "forged" };
  if (dayOf(now) > license.expires) return { valid: false, reason: "expired", license };
  return { valid: true, license };
}

export async function issueLicense(license: License, privateKey: PrivateKey): Promise<string> {
  return await signText(PREFIX, license, privateKey);
}

export function isLicenseType(value: unknown): value is LicenseType {
  return value === "starter" || value === "pro" || value === "enterprise";
}

function isLicense(value: unknown): value is License {
  const { id, type, issued, expires } = asRecord(value);
  return isLine(id) && isLicenseType(type) && isDay(issued) && isDay(expires);
}
