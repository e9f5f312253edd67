import { expect, test } from "vitest";
import { newCode, send, TestBooth } from "./booth.ts";

const open = (code: string, language = "id") =>
  send("GET", `/p/${code}`, undefined, { "accept-language": language });
const upload = (key: string) => fetch(`https://s3.test/photobooth/${key}`, { method: "PUT", body: "jpeg" });

async function loggedPhoto() {
  const booth = await TestBooth.register();
  const photo = booth.photo({ created_at: new Date().toISOString() });
  await booth.post("/api/photos", photo);
  return photo;
}

test("before the upload the page says that the picture is on its way, and looks again", async () => {
  const { status, body } = await open((await loggedPhoto()).code);
  expect(status).toBe(200);
  expect(body).toContain("Fotomu sedang di jalan");
  expect(body).toContain('http-equiv="refresh"');
  expect(body).not.toContain("<img");
});

test("after the upload the page shows the print by signed addresses that expire", async () => {
  const photo = await loggedPhoto();
  await upload(photo.r2_key);
  const { body } = await open(photo.code);
  expect(body).toContain("Ini fotomu!");
  expect(body).not.toContain('http-equiv="refresh"');
  const [address] = /https:\/\/s3\.test[^"]+/.exec(body) ?? [];
  const { pathname, searchParams } = new URL((address ?? "").replaceAll("&amp;", "&"));
  expect(pathname).toBe(`/photobooth/${photo.r2_key}`);
  expect(searchParams.get("X-Amz-Expires")).toBe("3600");
  expect(searchParams.get("X-Amz-Signature")).toMatch(/^[0-9a-f]{64}$/);
  expect(body).not.toContain("shot-1.jpg");
});

test("an unknown code is not found", async () => {
  const { status, body } = await open(newCode());
  expect(status).toBe(404);
  expect(body).toContain("Foto ini tidak ketemu");
});

test.each([
  ["id-ID,id;q=0.9,en;q=0.8", "id"],
  ["en-GB,en;q=0.9,id;q=0.8", "en"],
  ["ja", "en"],
  ["fr, id;q=0.5", "id"],
])("who prefers %s reads %s", async (preference, language) => {
  expect((await open(newCode(), preference)).body).toContain(`<html lang="${language}">`);
});

test("the page needs no script, lets no third party in, and is not indexed or kept", async () => {
  const { headers, body } = await open((await loggedPhoto()).code);
  const policy = headers.get("content-security-policy") ?? "";
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
  expect(policy).toContain("default-src 'none'; img-src https://s3.test;");
  expect(body).toContain(`<style nonce="${nonce}">`);
  expect(body).not.toContain("<script");
  expect(headers.get("x-robots-tag")).toBe("noindex, nofollow");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});
