import { createDb } from "@repo/db-schema";
import { bytesToBase64Url, PhotoRepository } from "@repo/photobooth-core";
import { Hono } from "hono";
import type { AppEnv } from "../env.ts";
import { comingPage, missingPage, readyPage } from "../guest-page/page.ts";
import { findGuestPictures } from "../guest-page/pictures.ts";
import { wordsFor } from "../guest-page/words.ts";
import { s3Endpoint } from "../storage/s3-endpoint.ts";

/** No JavaScript, nothing from third parties, and nothing kept: the address is the guest's only key. */
export const guestPage = new Hono<AppEnv>().get("/:code", async (c) => {
  const words = wordsFor(c.req.header("accept-language"));
  const nonce = bytesToBase64Url(crypto.getRandomValues(new Uint8Array(16)));
  c.header(
    "content-security-policy",
    `default-src 'none'; img-src ${new URL(s3Endpoint(c.env)).origin}; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  c.header("x-content-type-options", "nosniff");
  c.header("x-robots-tag", "noindex, nofollow");
  c.header("referrer-policy", "no-referrer");
  c.header("cache-control", "private, no-store");
  c.header("vary", "accept-language");

  const lookup = await new PhotoRepository(createDb(c.env.DB)).lookUpCode(c.req.param("code"), new Date());
  if (lookup.state !== "kept") return c.html(missingPage(words, nonce), 404);
  const pictures = await findGuestPictures(lookup.photo, c.env);
  return c.html(pictures ? readyPage(words, pictures, nonce) : comingPage(words, nonce));
});
