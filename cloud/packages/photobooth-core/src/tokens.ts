import { bytesToBase64Url } from "./text.ts";

const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

/** `<booth id>_<secret>`: the id finds the row, and 256 random bits need no salt to be stored as their hash. */
export function newToken(boothId: string): string {
  return `${boothId}_${bytesToBase64Url(crypto.getRandomValues(new Uint8Array(32)))}`;
}

/** Undefined for text that no token looks like. */
export function boothIdIn(token: string): string | undefined {
  return TOKEN.exec(token)?.[1];
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
