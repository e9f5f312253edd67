import { expect, test } from "vitest";
import { readTimesLooked, refreshOf } from "../src/guest-page/refresh.ts";
import { newCode } from "./booth.ts";
import { databaseThatIsDown, logPhoto, open, openWith, upload } from "./guest-page.ts";

const refreshIn = ({ headers }: { headers: Headers }) => headers.get("refresh");

test("the page on its way looks again after five seconds at first, then ever later, at most after a minute", async () => {
  const { code } = await logPhoto();
  expect(refreshIn(await open(code))).toBe("5; url=?n=1");
  expect(refreshIn(await open(`${code}?n=1`))).toBe("8; url=?n=2");
  expect(refreshIn(await open(`${code}?n=6`))).toBe("57; url=?n=7");
  expect(refreshIn(await open(`${code}?n=7`))).toBe("60");
  expect(refreshIn(await open(`${code}?n=99`))).toBe("60");
});

test.each(["-1", "1e3", "1.5", "999", "NaN", "0x1", "", "%00", "1;url=https://evil.test"])(
  "a count of %j in the address counts as the first look",
  async (n) => {
    const { code } = await logPhoto();
    expect(refreshIn(await open(`${code}?n=${encodeURIComponent(n)}`))).toBe("5; url=?n=1");
  },
);

test("whatever the count is, a wait is between five seconds and a minute", () => {
  for (let n = 0; n <= 99; n += 1) {
    const seconds = Number.parseInt(refreshOf({ state: "coming" }, readTimesLooked(String(n))) ?? "", 10);
    expect(seconds).toBeGreaterThanOrEqual(5);
    expect(seconds).toBeLessThanOrEqual(60);
  }
});

test("an unknown code is looked for slowly", async () => {
  expect(refreshIn(await open(newCode()))).toBe("30; url=?n=1");
});

test("a page in trouble tries again", async () => {
  expect(refreshIn(await openWith({ DB: databaseThatIsDown }, newCode()))).toBe("10; url=?n=1");
});

test("a page that is left open renews its links before they expire", async () => {
  const photo = await logPhoto();
  await upload(photo.r2_key);
  const seconds = Number(refreshIn(await open(photo.code)));
  expect(seconds).toBeGreaterThan(1800);
  expect(seconds).toBeLessThan(3600);
});

test("what is gone and what is no code of ours is not looked for again", async () => {
  expect(refreshIn(await open((await logPhoto({ daysAgo: 31 })).code))).toBeNull();
  expect(refreshIn(await open("x"))).toBeNull();
});
