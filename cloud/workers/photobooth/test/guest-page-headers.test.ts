import { expect, test } from "vitest";
import { CHARACTERS } from "../src/guest-page/fonts/plus-jakarta-sans.ts";
import { words } from "../src/guest-page/words.ts";
import { newCode } from "./booth.ts";
import { databaseThatIsDown, logPhoto, open, openWith, upload } from "./guest-page.ts";

async function readyPage() {
  const photo = await logPhoto();
  await upload(photo.r2_key);
  return await open(photo.code);
}

const pages: [string, () => Promise<{ headers: Headers }>][] = [
  ["ready", readyPage],
  ["coming", async () => await open((await logPhoto()).code)],
  ["unknown", async () => await open(newCode())],
  ["malformed", async () => await open("x")],
  ["gone", async () => await open((await logPhoto({ daysAgo: 31 })).code)],
  ["trouble", async () => await openWith({ DB: databaseThatIsDown }, newCode())],
];

test.each(pages)(
  "the %s page lets nothing in but styles, type, our pictures and our films",
  async (_, openPage) => {
    const policy = (await openPage()).headers.get("content-security-policy") ?? "";
    expect(policy.replace(/'nonce-[\w-]{22}'/, "'nonce'")).toBe(
      "default-src 'none'; img-src https://s3.test; media-src https://s3.test; style-src 'nonce'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  },
);

test.each(pages)("the %s page is neither indexed, kept, framed nor told of", async (_, openPage) => {
  const { headers } = await openPage();
  expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("set-cookie")).toBeNull();
});

test.each(pages)("the %s page tells caches that it depends on the language", async (_, openPage) => {
  const { headers } = await openPage();
  expect(headers.get("vary")).toBe("accept-language");
  expect(headers.get("content-language")).toBe("id");
});

test("a page has no script, and the one style that its nonce allows", async () => {
  const [first, second] = [await readyPage(), await readyPage()];
  const nonceOf = ({ headers }: typeof first) =>
    /'nonce-([^']+)'/.exec(String(headers.get("content-security-policy")))?.[1];
  expect(first.body).toContain(`<style nonce="${nonceOf(first)}">`);
  expect(first.body).not.toMatch(/<script|<link|<iframe|style="|javascript:/);
  expect(nonceOf(first)).not.toBe(nonceOf(second));
});

test("a page with three shots weighs less than 30 kB without its pictures", async () => {
  const photo = await logPhoto({ shots: 3 });
  await upload(photo.r2_key, ...photo.shotKeys);
  expect(new TextEncoder().encode((await open(photo.code)).body).byteLength).toBeLessThan(30_000);
});

test("a page with twenty shots weighs less than 30 kB as Cloudflare sends it, compressed", async () => {
  const photo = await logPhoto({ shots: 20 });
  await upload(photo.r2_key, ...photo.shotKeys);
  const { body } = await open(photo.code);
  const compressed = new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"));
  expect((await new Response(compressed).arrayBuffer()).byteLength).toBeLessThan(30_000);
});

test.each(Object.entries(words))(
  "every letter of the words in %s is in the type that the page carries",
  (_, texts) => {
    const missing = [...Object.values(texts).join("")].filter((letter) => !CHARACTERS.includes(letter));
    expect(missing).toEqual([]);
  },
);
