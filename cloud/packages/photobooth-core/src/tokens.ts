import { bytesToBase64Url } from "./text.ts";

/** 256 random bits: long enough that an unsalted SHA-256 of it may be stored and looked up. */
export function newToken(): string {
  return bytesToBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}

export async function hashToken(token: string): Promise<string> {
  return bytesToBase64Url(await sha256(token));
}

/** Compares digests, so that the time taken tells nothing about where or whether the texts differ in length. */
export async function equalInConstantTime(left: string, right: string): Promise<boolean> {
  const [a, b] = await Promise.all([sha256(left), sha256(right)]);
  return a.reduce((difference, byte, index) => difference | (byte ^ (b[index] ?? 0)), 0) === 0;
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
