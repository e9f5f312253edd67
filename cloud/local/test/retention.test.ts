import { AwsClient } from "aws4fetch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAILY_RETENTION, WEEKLY_BACKUP } from "../../workers/photobooth/src/crons.ts";
import { GuestPageBooth, type LoggedPhoto, PRINT } from "./guest-page-booth.ts";
import { type RunningCloud, startLocalCloud } from "./running-cloud.ts";

const DAY_MS = 24 * 3600 * 1000;

let cloud: RunningCloud;
let booth: GuestPageBooth;
let s3: AwsClient;

beforeAll(async () => {
  cloud = await startLocalCloud();
  booth = await GuestPageBooth.register(cloud.ready);
  const { access_key_id, secret_access_key } = cloud.ready.s3;
  const keys = { accessKeyId: access_key_id, secretAccessKey: secret_access_key };
  s3 = new AwsClient({ ...keys, service: "s3", region: "auto" });
}, 120_000);

afterAll(async () => await cloud?.stop());

const runCron = async (cron: string) =>
  await fetch(`${cloud.ready.api}/cdn-cgi/handler/scheduled?${new URLSearchParams({ cron })}`);

function addressOf(key: string): string {
  const { endpoint, bucket } = cloud.ready.s3;
  return `${endpoint}/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`;
}

async function isStored(key: string): Promise<boolean> {
  return (await s3.fetch(addressOf(key), { method: "HEAD" })).ok;
}

/** rclone takes a file's time from this header. */
async function uploadDaysAgo(key: string, days: number): Promise<void> {
  const headers = { "x-amz-meta-mtime": String(Math.floor((Date.now() - days * DAY_MS) / 1000)) };
  const { ok } = await s3.fetch(addressOf(key), { method: "PUT", headers, body: PRINT });
  expect(ok).toBe(true);
}

async function photoOf(daysAgo: number): Promise<LoggedPhoto> {
  const photo = await booth.logPhoto({ daysAgo, shots: 4 });
  await booth.uploadAll(photo);
  return photo;
}

async function stateOf({ address, printKey, shotKeys }: LoggedPhoto) {
  const stored = await Promise.all([printKey, ...shotKeys].map(isStored));
  return { page: (await fetch(address)).status, pictures: stored.filter(Boolean).length };
}

test("the daily run deletes pictures and rows whose time is up from the real storage, and nothing younger", async () => {
  const [old, last, young] = [await photoOf(31), await photoOf(29), await photoOf(0)];
  expect((await runCron(DAILY_RETENTION)).ok).toBe(true);
  expect(await stateOf(old)).toEqual({ page: 410, pictures: 0 });
  expect(await stateOf(last)).toEqual({ page: 200, pictures: 5 });
  expect(await stateOf(young)).toEqual({ page: 200, pictures: 5 });
}, 60_000);

test("pictures without a row go once they are old, and names are read and written as they are", async () => {
  const { printKey } = await photoOf(0);
  const [customer] = printKey.split("/");
  const orphan = `${customer}/photos/2026/01/01/session/print.jpg`;
  const odd = `${customer}/photos/2026/01/01/a & <b> + é/shot-1.jpg`;
  const late = `${customer}/photos/2026/01/01/late/print.jpg`;
  for (const [key, days] of [
    [orphan, 31],
    [odd, 31],
    [late, 29],
  ] as const)
    await uploadDaysAgo(key, days);
  expect((await runCron(DAILY_RETENTION)).ok).toBe(true);
  expect(await Promise.all([orphan, odd, late, printKey].map(isStored))).toEqual([false, false, true, true]);
}, 60_000);

test("a backup is made while the cloud runs, an unknown trigger fails, and logs hold counts only", async () => {
  const { address, printKey } = await photoOf(40);
  expect((await runCron(WEEKLY_BACKUP)).ok).toBe(true);
  expect((await runCron("1 2 3 4 5")).ok).toBe(false);
  await runCron(DAILY_RETENTION);
  await expect.poll(() => cloud.log()).toMatch(/"job":"backup","bytes":\d+/);
  await expect.poll(() => cloud.log()).toMatch(/"step":"photos","deleted":\{"rows":1,"left":0\}/);
  for (const secret of [printKey, address.split("/p/")[1]]) expect(cloud.log()).not.toContain(secret);
}, 60_000);
