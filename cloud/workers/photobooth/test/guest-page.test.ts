import { env } from "cloudflare:workers";
import { hashToken } from "@repo/photobooth-core";
import { expect, test, vi } from "vitest";
import { spokenDate } from "../src/guest-page/dates.ts";
import { newCode, send } from "./booth.ts";
import { databaseThatIsDown, linksIn, logPhoto, open, openWith, upload } from "./guest-page.ts";
import { SHOT_OF_AN_OUTAGE } from "./guest-page-outage.ts";

const DAY_MS = 24 * 3600 * 1000;

async function setShots(id: string, keys: string[]): Promise<void> {
  await env.DB.prepare("update photos set shots = ? where id = ?").bind(JSON.stringify(keys), id).run();
}

test("before the upload the page says that the picture is on its way", async () => {
  const { status, body } = await open((await logPhoto()).code);
  expect(status).toBe(200);
  expect(body).toContain("Fotomu sedang di jalan");
  expect(body).not.toContain("<img");
});

test("after the upload the page shows the print and saves it, by signed addresses that expire in an hour", async () => {
  const photo = await logPhoto();
  await upload(photo.r2_key);
  const { status, body } = await open(photo.code);
  expect(status).toBe(200);
  expect(body).toContain("Ini fotomu!");
  const links = [...linksIn(body, "src"), ...linksIn(body, "href")];
  expect(links).toHaveLength(2);
  for (const { pathname, searchParams } of links) {
    expect(pathname).toBe(`/photobooth/${photo.r2_key}`);
    expect(searchParams.get("X-Amz-Expires")).toBe("3600");
    expect(searchParams.get("X-Amz-Signature")).toMatch(/^[0-9a-f]{64}$/);
  }
});

test("what is saved has a name that says what it is and when it was taken", async () => {
  const photo = await logPhoto({ shots: 2 });
  await upload(photo.r2_key, ...photo.shotKeys);
  const { body } = await open(photo.code);
  const day = new Date(Date.parse(photo.created_at) + 7 * 3600 * 1000).toISOString().slice(0, 10);
  const names = linksIn(body, "href").map(({ searchParams }) =>
    searchParams.get("response-content-disposition"),
  );
  expect(names).toEqual([
    `attachment; filename="photobooth-${day}.jpg"`,
    `attachment; filename="photobooth-${day}-1.jpg"`,
    `attachment; filename="photobooth-${day}-2.jpg"`,
  ]);
});

test("a shot that has not arrived is left out, and the others keep their numbers", async () => {
  const photo = await logPhoto({ shots: 3 });
  await upload(photo.r2_key, photo.shotKeys[0] ?? "", photo.shotKeys[2] ?? "");
  const { body } = await open(photo.code);
  expect(body).toContain('alt="Fotomu, pose 1"');
  expect(body).not.toContain('alt="Fotomu, pose 2"');
  expect(body).toContain('alt="Fotomu, pose 3"');
});

test("the print does not wait for a shot about which storage gives no answer", async () => {
  const photo = await logPhoto({ shots: 1 });
  await upload(photo.r2_key, ...photo.shotKeys);
  await setShots(photo.id, [...photo.shotKeys, photo.r2_key.replace("/print.jpg", SHOT_OF_AN_OUTAGE)]);
  const { status, body } = await open(photo.code);
  expect(status).toBe(200);
  expect(linksIn(body, "src")).toHaveLength(2);
});

test("a page of twenty shots shows all of them, and of more than that the first twenty", async () => {
  const photo = await logPhoto({ shots: 20 });
  await setShots(photo.id, [...photo.shotKeys, photo.shotKeys[0] ?? ""]);
  await upload(photo.r2_key, ...photo.shotKeys);
  const { body } = await open(photo.code);
  expect(linksIn(body, "src")).toHaveLength(21);
});

test("the page says until when the picture is kept", async () => {
  const photo = await logPhoto();
  await upload(photo.r2_key);
  const until = new Date(Date.parse(photo.created_at) + 30 * DAY_MS);
  expect((await open(photo.code)).body).toContain(`Tersimpan sampai ${spokenDate(until, "id")}`);
});

test("a picture whose time is up is gone, with the day on which it went", async () => {
  const photo = await logPhoto({ daysAgo: 31 });
  await upload(photo.r2_key);
  const { status, body } = await open(photo.code);
  expect(status).toBe(410);
  expect(body).toContain("Foto ini sudah dihapus");
  expect(body).toContain(`Dihapus sejak ${spokenDate(new Date(Date.now() - DAY_MS), "id")}`);
  expect(body).not.toContain("s3.test");
});

test("a picture that is still on its way when its time is up is not gone", async () => {
  const photo = await logPhoto({ daysAgo: 31, isUploaded: false });
  const { status, body } = await open(photo.code);
  expect(status).toBe(200);
  expect(body).toContain("Fotomu sedang di jalan");
});

test("a picture that was deleted is gone, with the day on which it went", async () => {
  const { id, customer_id, code } = await logPhoto();
  await env.DB.batch([
    env.DB.prepare("delete from photos where id = ?").bind(id),
    env.DB.prepare("insert into deleted_photos values (?, ?, ?, '2026-08-17T03:00:00.000Z')").bind(
      id,
      customer_id,
      await hashToken(code),
    ),
  ]);
  const { status, body } = await open(code);
  expect(status).toBe(410);
  expect(body).toContain("Dihapus sejak 17 Agustus 2026");
});

test("a code that nobody has logged may be a booth's that is offline: the guest is asked to keep the address", async () => {
  const { status, body } = await open(newCode());
  expect(status).toBe(404);
  expect(body).toContain("Fotomu belum sampai");
  expect(body).toContain("tanpa internet");
});

test.each([
  ["too short", "abcdefghijklmnopqrstu"],
  ["too long", "a".repeat(65)],
  ["of other characters", "abcdefghijklmnopqrst%20uv"],
  ["no UTF-8", "%E0%A4%A"],
  ["SQL", "'%20or%201=1;--xxxxxxxxxxxxxx"],
  ["nothing", ""],
  ["two", `${newCode()}/${newCode()}`],
])("a code that is %s cannot be ours, and never reaches the database", async (_, code) => {
  const answer = await openWith({ DB: databaseThatIsDown }, code);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("Kodenya kurang pas");
});

test("when the database is down the guest reads kind words that try again, and the log no code", async () => {
  const logged = vi.spyOn(console, "error");
  const code = newCode();
  const answer = await openWith({ DB: databaseThatIsDown }, code);
  const body = await answer.text();
  expect(answer.status).toBe(503);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=UTF-8");
  expect(body).toContain("Bukan salahmu");
  expect(body).not.toContain("D1 is down");
  expect(logged).toHaveBeenCalledOnce();
  expect(String(logged.mock.calls[0])).not.toContain(code);
  logged.mockRestore();
});

test("when storage is down that is trouble of ours, and not a picture on its way", async () => {
  const answer = await openWith({ S3_ENDPOINT: "https://s3-down.test" }, (await logPhoto()).code);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("Bukan salahmu");
});

test("who looks too often from one network reads so on a page that tries again, and not as a problem", async () => {
  const few = { PUBLIC_RATE_LIMITER: env.SMALL_RATE_LIMITER };
  const address = { "cf-connecting-ip": newCode() };
  for (let count = 0; count < 5; count++) await openWith(few, newCode(), address);
  const answer = await openWith(few, newCode(), address);
  expect(answer.status).toBe(429);
  expect(answer.headers.get("refresh")).toBe("60");
  expect(await answer.text()).toContain("Lagi ramai, nih");
});

test("HEAD answers as GET does, without the page", async () => {
  const { status, headers, body } = await send("HEAD", `/p/${(await logPhoto()).code}`);
  expect(status).toBe(200);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(body).toBe("");
});
