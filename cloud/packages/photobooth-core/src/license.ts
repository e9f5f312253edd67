import type { LicenseType } from "@repo/db-schema";
import type { PrivateKey } from "./license-keys.ts";
import { base64UrlToBytes, bytesToBase64Url } from "./text.ts";

/** Dates are `YYYY-MM-DD` in UTC; the licence holds through the whole of the day it expires on. */
export interface License {
  id: string;
  type: LicenseType;
  issued: string;
  expires: string;
}

export type LicenseCheck =
  | { valid: true; license: License }
  | { valid: false; reason: "malformed" | "forged" | "expired" };

const PREFIX = "PB1";
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** `publicKey` is base64url of the 32 raw bytes of an Ed25519 key. */
export async function checkLicense(key: string, publicKey: string, now: Date): Promise<LicenseCheck> {
  const [prefix, payload, signature, ...rest] = key.split(".");
  if (prefix !== PREFIX || !payload || !signature || rest.length > 0)
    return { valid: false, reason: "malformed" };

  const license = readPayload(payload);
  if (!license) return { valid: false, reason: "malformed" };
  if (!(await isSigned(payload, signature, publicKey))) return { valid: false, reason: "forged" };
  if (now.toISOString().slice(0, 10) > license.expires) return { valid: false, reason: "expired" };
  return { valid: true, license };
}

export async function issueLicense(license: License, privateKey: PrivateKey): Promise<string> {
  const payload = bytesToBase64Url(new TextEncoder().encode(JSON.stringify(license)));
  const signature = await crypto.subtle.sign("Ed25519", privateKey, signedBytes(payload));
  return `${PREFIX}.${payload}.${bytesToBase64Url(new Uint8Array(signature))}`;
}

async function isSigned(payload: string, signature: string, publicKey: string): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", base64UrlToBytes(publicKey), "Ed25519", false, ["verify"]);
  try {
    return await crypto.subtle.verify("Ed25519", key, base64UrlToBytes(signature), signedBytes(payload));
  } catch {
    return false;
  }
}

function readPayload(payload: string): License | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(base64UrlToBytes(payload)));
    return isLicense(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLicense(value: unknown): value is License {
  if (typeof value !== "object" || value === null) return false;
  const { id, type, issued, expires } = value as Record<string, unknown>;
  return (
    typeof id === "string" &&
    (type === "starter" || type === "pro" || type === "enterprise") &&
    typeof issued === "string" &&
    DATE.test(issued) &&
    typeof expires === "string" &&
    DATE.test(expires)
  );
}

function signedBytes(payload: string): Uint8Array {
  return new TextEncoder().encode(`${PREFIX}.${payload}`);
}
