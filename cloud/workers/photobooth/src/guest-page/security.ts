import { bytesToBase64Url } from "@repo/photobooth-core";

/** No JavaScript, nothing from third parties, and nothing kept: the address is the guest's only key. */
export function guestPageHeaders(nonce: string, storageOrigin: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `img-src ${storageOrigin}`,
    `media-src ${storageOrigin}`,
    `style-src 'nonce-${nonce}'`,
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
    "cache-control": "private, no-store",
    vary: "accept-language",
  };
}

export function newNonce(): string {
  return bytesToBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}
