import { asRecord, isDay, isLine } from "./license-fields.ts";
import type { PrivateKey } from "./license-keys.ts";
import { readSignedText, signText } from "./license-signature.ts";

/** That the licence `id` holds no longer, from the day `revoked` (UTC) on. */
export interface Revocation {
  id: string;
  reason: string;
  revoked: string;
}

export type RevocationReading =
  | { valid: true; revocation: Revocation }
  | { valid: false; reason: "malformed" | "forged" };

const PREFIX = "PBR1";

/** `PBR1.<payload>.<signature>`, by the key that signs licences: whoever may issue one may take it back. */
export async function signRevocation(revocation: Revocation, privateKey: PrivateKey): Promise<string> {
  return await signText(PREFIX, revocation, privateKey);
}

export async function readRevocation(statement: string, publicKey: string): Promise<RevocationReading> {
  const reading = await readSignedText(statement, PREFIX, publicKey);
  if (reading.outcome === "malformed") return { valid: false, reason: "malformed" };
  const revocation = reading.value;
  if (!isRevocation(revocation)) return { valid: false, reason: "malformed" };
  return reading.outcome === "signed" ? { valid: true, revocation } : { valid: false, reason: "forged" };
}

function isRevocation(value: unknown): value is Revocation {
  const { id, reason, revoked } = asRecord(value);
  return isLine(id) && isLine(reason) && isDay(revoked);
}
