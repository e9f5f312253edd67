import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type LoggedPhoto, PRINT, SHOT } from "./guest-page-booth.ts";
import { layoutShift, ofPictures } from "./guest-page-checks.ts";
import { Phone } from "./guest-page-phone.ts";
import { type GuestPageSetting, setUpGuestPages } from "./guest-page-setting.ts";

const SETS_UP_WITHIN_MS = 90_000;
const ARRIVES_WITHIN_MS = 30_000;

let setting: GuestPageSetting;
let ready: LoggedPhoto;
let phone: Phone;

beforeAll(async () => {
  setting = await setUpGuestPages();
  ready = await setting.booth.logPhoto();
  await setting.booth.uploadAll(ready);
}, SETS_UP_WITHIN_MS);

afterEach(async () => await phone?.putAway());
afterAll(async () => await setting?.stop());

async function visit(address: string, options: Parameters<typeof Phone.take>[1] = {}) {
  phone = await (await Phone.take(setting.browser, options)).open(address);
  return phone.page;
}

test("the page shows the print and every shot", async () => {
  expect(await ofPictures(await visit(ready.address), "naturalWidth")).toEqual([600, 960, 960, 960]);
});

test("the page says of every picture what it is", async () => {
  expect(await ofPictures(await visit(ready.address), "alt")).toEqual([
    "Cetakan photobooth kamu",
    "Fotomu, pose 1",
    "Fotomu, pose 2",
    "Fotomu, pose 3",
  ]);
});

test("the page does not jump when its pictures come late", async () => {
  phone = await Phone.take(setting.browser);
  await phone.holdPicturesUntilPainted();
  await phone.open(ready.address);
  expect(await layoutShift(phone.page)).toBeLessThan(0.1);
});

test("the page asks nobody but the Worker and the storage", async () => {
  await visit(ready.address);
  expect(phone.requestedOrigins).toEqual(new Set(setting.origins));
});

test("the page leaves nothing on the phone", async () => {
  const page = await visit(ready.address);
  expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
});

test.each([
  ["the print", "Simpan cetakan", PRINT, ""],
  ["the second shot", "Simpan foto 2", SHOT, "-2"],
])("%s is saved byte for byte, without JavaScript", async (_, button, picture, suffix) => {
  const page = await visit(ready.address, { javaScriptEnabled: false });
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: button }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(
    new RegExp(`^photobooth-\\d{4}-\\d\\d-\\d\\d${suffix}\\.jpg$`),
  );
  expect(new Uint8Array(readFileSync(await download.path()))).toEqual(picture);
});

test("the receipt is shut until it is touched, and opens without JavaScript", async () => {
  const paid = await setting.booth.logPhoto({ isPaid: true });
  await setting.booth.uploadAll(paid);
  const page = await visit(paid.address, { javaScriptEnabled: false });
  const total = page.getByText("Total dibayar");
  expect(await total.isVisible()).toBe(false);
  await page.getByText("Bukti pembayaran").click();
  expect(await total.isVisible()).toBe(true);
});

test("a reload renews the links", async () => {
  const page = await visit(ready.address);
  const readLink = async () => await page.getByRole("link", { name: "Simpan cetakan" }).getAttribute("href");
  const before = await readLink();
  const reload = async () => {
    await page.reload();
    return await readLink();
  };
  await expect.poll(reload, { timeout: 5_000 }).not.toBe(before);
});

test(
  "a picture on its way appears by itself once it is uploaded, without JavaScript",
  async () => {
    const photo = await setting.booth.logPhoto();
    const page = await visit(photo.address, { javaScriptEnabled: false });
    expect(await page.locator("h1").textContent()).toBe("Fotomu sedang di jalan");
    await setting.booth.uploadAll(photo);
    await page.getByText("Ini fotomu!").waitFor({ timeout: ARRIVES_WITHIN_MS });
    expect(await page.locator("img").count()).toBe(4);
  },
  2 * ARRIVES_WITHIN_MS,
);

test("the way to a picture that is late is one touch", async () => {
  const photo = await setting.booth.logPhoto();
  const page = await visit(photo.address);
  await setting.booth.uploadAll(photo);
  await page.getByRole("link", { name: "Cek sekarang" }).click();
  await page.getByText("Ini fotomu!").waitFor();
});

test.each([
  ["id-ID", "id", "Ini fotomu!"],
  ["en-GB", "en", "Here you are!"],
  ["ja-JP", "en", "Here you are!"],
])("a phone in %s reads %s", async (locale, language, heading) => {
  const page = await visit(ready.address, { locale });
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  expect(await page.locator("h1").textContent()).toBe(heading);
});

test("what moves keeps still for who asks for it", async () => {
  const { address } = await setting.booth.logPhoto();
  const moving = "document.getAnimations().length";
  expect(await (await visit(address, { reducedMotion: "no-preference" })).evaluate(moving)).toBe(3);
  await phone.putAway();
  expect(await (await visit(address, { reducedMotion: "reduce" })).evaluate(moving)).toBe(0);
});
