import { bytesToBase64Url } from "./text.ts";

/** Of the one key that a customer has; a voucher names its key in three bits. */
export const VOUCHER_KEY_ID = 1;

const SHORTEST_SECRET = 32;

export function isVoucherSecret(secret: string | undefined): secret is string {
  return secret !== undefined && secret.length >= SHORTEST_SECRET;
}

/**
 * The key that the customer's booths sign and check vouchers with: 32 bytes in base64url, by HKDF-SHA256 without salt.
 * From one customer's nobody can tell another's.
 */
export async function voucherKey(secret: string, customerId: string): Promise<string> {
  const text = new TextEncoder();
  const material = await crypto.subtle.importKey("raw", text.encode(secret), "HKDF", false, ["deriveBits"]);
  const info = text.encode(`photobooth voucher key ${VOUCHER_KEY_ID} ${customerId}`);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return bytesToBase64Url(new Uint8Array(await crypto.subtle.deriveBits(derivation, material, 256)));
}
