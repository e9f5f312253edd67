import { asRecord } from "./license-fields.ts";
import { readSignedText, signText } from "./license-signature.ts";
import { base64UrlToBytes, bytesToBase64Url } from "./text.ts";

/** An Ed25519 pair as text: base64url of the PKCS#8 private key, and of the 32 raw bytes of the public one. */
export interface LicenseKeys {
  private_key: string;
  public_key: string;
}

export type PrivateKey = Parameters<typeof crypto.subtle.sign>[1];

export async function newLicenseKeys(): Promise<LicenseKeys> {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new TypeError("Ed25519 keys come in pairs");
  return {
    private_key: bytesToBase64Url(await exported("pkcs8", pair.privateKey)),
    public_key: bytesToBase64Url(await exported("raw", pair.publicKey)),
  };
}

export async function readPrivateKey(text: string): Promise<PrivateKey> {
  return await crypto.subtle.importKey("pkcs8", base64UrlToBytes(text), "Ed25519", false, ["sign"]);
}

/** The pair in a JSON text; undefined where there is none, or where its halves do not belong together. */
export async function readLicenseKeys(text: string): Promise<LicenseKeys | undefined> {
  try {
    const { private_key, public_key } = asRecord(JSON.parse(text));
    if (typeof private_key !== "string" || typeof public_key !== "string") return undefined;
    const trial = await signText("TRIAL", {}, await readPrivateKey(private_key));
    const { outcome } = await readSignedText(trial, "TRIAL", public_key);
    return outcome === "signed" ? { private_key, public_key } : undefined;
  } catch {
    return undefined;
  }
}

async function exported(format: "pkcs8" | "raw", key: PrivateKey): Promise<Uint8Array> {
  return new Uint8Array((await crypto.subtle.exportKey(format, key)) as ArrayBuffer);
}
