import type { PrivateKey } from "./license-keys.ts";
import { base64UrlToBytes, bytesToBase64Url } from "./text.ts";

/** `forged` still carries what it claims to say. */
export type SignedReading = { outcome: "signed" | "forged"; value: unknown } | { outcome: "malformed" };

/** `<prefix>.<payload>.<signature>`: the payload is JSON, and the signature is over everything before its dot. */
export async function signText(prefix: string, value: object, privateKey: PrivateKey): Promise<string> {
  const payload = bytesToBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  const signature = await crypto.subtle.sign("Ed25519", privateKey, signedBytes(prefix, payload));
  return `${prefix}.${payload}.${bytesToBase64Url(new Uint8Array(signature))}`;
}

/** `publicKey` is base64url of the 32 raw bytes of an Ed25519 key. */
export async function readSignedText(
  text: string,
  prefix: string,
  publicKey: string,
): Promise<SignedReading> {
  const [found, payload, signature, ...rest] = text.split(".");
  if (found !== prefix || !payload || !signature || rest.length > 0) return { outcome: "malformed" };
  const value = readJson(payload);
  if (value === undefined) return { outcome: "malformed" };
  return { outcome: (await isSigned(prefix, payload, signature, publicKey)) ? "signed" : "forged", value };
}

async function isSigned(prefix: string, payload: string, signature: string, publicKey: string) {
  const key = await crypto.subtle.importKey("raw", base64UrlToBytes(publicKey), "Ed25519", false, ["verify"]);
  try {
    const bytes = base64UrlToBytes(signature);
    return await crypto.subtle.verify("Ed25519", key, bytes, signedBytes(prefix, payload));
  } catch {
    return false;
  }
}

function readJson(payload: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(base64UrlToBytes(payload)));
  } catch {
    return undefined;
  }
}

/** The prefix is signed too, so that a licence's signature is good for nothing else. */
function signedBytes(prefix: string, payload: string): Uint8Array {
  return new TextEncoder().encode(`${prefix}.${payload}`);
}
