import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  findSmallTargets,
  findViolations,
  layoutShift,
  loadedWeights,
  sidewaysScroll,
} from "./guest-page-checks.ts";
import { startWorkerInTrouble, type WorkerInTrouble } from "./guest-page-in-trouble.ts";
import { Phone } from "./guest-page-phone.ts";
import { type GuestPageSetting, setUpGuestPages } from "./guest-page-setting.ts";

const SETS_UP_WITHIN_MS = 90_000;
const CHECKED_WITHIN_MS = 30_000;
/** The next look is then so far away that it does not get between a check and its page. */
const AFTER_FIVE_LOOKS = "?n=5";
const LATE = "?n=99";

let setting: GuestPageSetting;
let inTrouble: WorkerInTrouble;

beforeAll(async () => {
  setting = await setUpGuestPages();
  inTrouble = await startWorkerInTrouble(setting.booth.newCode());
}, SETS_UP_WITHIN_MS);

afterAll(async () => {
  await inTrouble?.stop();
  await setting?.stop();
});

const addresses = {
  ready: async () => {
    const photo = await setting.booth.logPhoto();
    await setting.booth.uploadAll(photo);
    return photo.address;
  },
  receipt: async () => {
    const photo = await setting.booth.logPhoto({ isPaid: true });
    await setting.booth.uploadAll(photo);
    return photo.address;
  },
  films: async () => {
    const photo = await setting.booth.logPhoto({ hasFilms: true });
    await setting.booth.uploadAll(photo);
    await setting.booth.uploadFilm(photo.filmKeys[0] ?? "");
    return photo.address + AFTER_FIVE_LOOKS;
  },
  coming: async () => (await setting.booth.logPhoto()).address + AFTER_FIVE_LOOKS,
  late: async () => (await setting.booth.logPhoto()).address + LATE,
  unknown: async () => setting.booth.addressOf(setting.booth.newCode()) + LATE,
  malformed: async () => setting.booth.addressOf("no-code"),
  gone: async () => (await setting.booth.logPhoto({ daysAgo: 40 })).address,
  trouble: async () => inTrouble.address + LATE,
};

describe.each(Object.entries(addresses))("the %s page", (state, findAddress) => {
  let phone: Phone;
  let shiftWhileLoading: number;

  beforeAll(async () => {
    phone = await (await Phone.take(setting.browser)).open(await findAddress());
    if (state === "receipt") await phone.page.locator("summary").click();
    shiftWhileLoading = await layoutShift(phone.page);
  }, CHECKED_WITHIN_MS);

  beforeEach(async () => {
    await phone.turnTo(390, 844);
    await phone.page.emulateMedia({ colorScheme: "light" });
  });

  afterAll(async () => await phone?.putAway());

  test("weighs less than 30 kB without its pictures", async () => {
    const bytes = Buffer.byteLength(await (await fetch(phone.page.url())).text());
    console.info(`The ${state} page weighs ${bytes} bytes.`);
    expect(bytes).toBeLessThan(30_000);
  });

  test.each(["light", "dark"] as const)("has nothing for axe to report in the %s", async (colorScheme) => {
    await phone.page.emulateMedia({ colorScheme });
    expect(await findViolations(phone.page)).toEqual([]);
  });

  test.each([320, 390, 844, 1280])("does not scroll sideways when %i pixels wide", async (width) => {
    await phone.turnTo(width, 700);
    expect(await sidewaysScroll(phone.page)).toBe(0);
  });

  test.each([320, 844])("has nothing to touch smaller than a finger when %i pixels wide", async (width) => {
    await phone.turnTo(width, 390);
    expect(await findSmallTargets(phone.page)).toEqual([]);
  });

  test("reads in the booth's own type", async () => {
    expect(await loadedWeights(phone.page)).toEqual(["500", "800"]);
  });

  test.each([
    ["", "light"],
    ["-dark", "dark"],
  ] as const)("is kept as a screenshot%s", async (suffix, colorScheme) => {
    await phone.page.emulateMedia({ colorScheme });
    await phone.keepScreenshot(`${state}${suffix}`);
  });

  test.each([
    ["-320", 320, 640],
    ["-landscape", 844, 390],
    ["-desktop", 1280, 800],
  ])("is kept as a screenshot%s", async (suffix, width, height) => {
    await phone.turnTo(width, height);
    await phone.keepScreenshot(`${state}${suffix}`);
  });

  test("did not jump while it loaded", () => {
    expect(shiftWhileLoading).toBeLessThan(0.1);
  });

  test("complained of nothing: no warning, no error, no failed request", () => {
    expect(phone.complaints).toEqual([]);
  });
});
