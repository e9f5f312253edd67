import { env } from "cloudflare:workers";
import { hashToken } from "@repo/photobooth-core";
import { beforeAll, expect, test } from "vitest";
import { DAILY_RETENTION } from "../src/crons.ts";
import { NOW, newId, send, TestBooth } from "./booth.ts";
import { forgetOtherTests, logPhoto, rowOf, stored, upload } from "./kept-things.ts";
import { runCron } from "./scheduled.ts";

/** Photos of test booths are from 30 July. */
const BEFORE = "2026-08-29T09:59:59.000Z";
const AFTER = "2026-08-29T10:00:01.000Z";

beforeAll(forgetOtherTests);

const retain = (at: string, changes = {}) => runCron(DAILY_RETENTION, at, changes);

test("a photo goes when the customer's days are over, with its pictures, and leaves a tombstone without its code", async () => {
  const booth = await TestBooth.register();
  const { photo, keys } = await logPhoto(booth);
  await retain(BEFORE);
  expect(await rowOf("photos", photo.id)).not.toBeNull();
  expect(await stored(keys)).toEqual(keys);

  await retain(AFTER);
  expect(await rowOf("photos", photo.id)).toBeNull();
  expect(await stored(keys)).toEqual([]);
  const code_hash = await hashToken(photo.code);
  const tombstone = { id: photo.id, customer_id: booth.customerId, code_hash, deleted_at: AFTER };
  expect(await rowOf("deleted_photos", photo.id)).toEqual(tombstone);
  expect((await send("GET", `/p/${photo.code}`)).status).toBe(410);
});

test("a photo's films go with it", async () => {
  const booth = await TestBooth.register();
  const folder = `${booth.customerId}/photos/2026/07/30/${newId()}`;
  const films = [`${folder}/boomerang.mp4`, `${folder}/timelapse.mp4`];
  await upload(films);
  await logPhoto(booth, { films });
  await retain(BEFORE);
  expect(await stored(films)).toEqual(films);
  await retain(AFTER);
  expect(await stored(films)).toEqual([]);
});

test("days are the customer's own", async () => {
  const [week, year] = [await TestBooth.register(), await TestBooth.register()];
  await week.patch(`/api/customers/${week.customerId}`, { retention_days: 7 });
  await year.patch(`/api/customers/${year.customerId}`, { retention_days: 365 });
  const [soon, late] = [await logPhoto(week), await logPhoto(year)];
  await retain("2026-08-06T10:00:01.000Z");
  expect(await stored([...soon.keys, ...late.keys])).toEqual(late.keys);
  await retain("2027-07-30T09:59:00.000Z");
  expect(await rowOf("photos", late.photo.id)).not.toBeNull();
});

test("a photo whose upload came late is kept from then on", async () => {
  const { photo, keys } = await logPhoto(await TestBooth.register(), {
    uploaded_at: "2026-08-10T10:00:00.000Z",
  });
  await retain("2026-09-09T09:59:00.000Z");
  expect(await stored(keys)).toEqual(keys);
  expect(await rowOf("photos", photo.id)).not.toBeNull();
  await retain("2026-09-09T10:00:01.000Z");
  expect(await stored(keys)).toEqual([]);
});

test("a photo whose picture has not come waits for it, and not for ever", async () => {
  const booth = await TestBooth.register();
  const photo = booth.photo();
  await booth.post("/api/photos", photo);
  await retain("2026-11-27T09:59:00.000Z");
  expect(await rowOf("photos", photo.id)).not.toBeNull();

  const other = booth.photo();
  await booth.post("/api/photos", other);
  await booth.post("/api/photos", { ...other, version: 2, uploaded_at: "2026-11-26T10:00:00.000Z" });
  await retain("2026-11-27T10:00:01.000Z");
  expect(await rowOf("photos", photo.id)).toBeNull();
  expect(await rowOf("photos", other.id)).not.toBeNull();
});

test("a photo with a picture that storage would not delete keeps its row, and does not hold up the others", async () => {
  const booth = await TestBooth.register();
  const locked = await logPhoto(booth, {
    shots: [`${booth.customerId}/photos/2026/07/30/${newId()}/shot-1.jpg`],
  });
  const key = `${booth.customerId}/photos/2026/07/30/locked/shot-1.jpg`;
  await env.DB.prepare("update photos set shots = json_array(?) where id = ?")
    .bind(key, locked.photo.id)
    .run();
  const other = await logPhoto(booth);
  await retain(AFTER);
  expect(await rowOf("photos", locked.photo.id)).not.toBeNull();
  expect(await rowOf("deleted_photos", locked.photo.id)).toBeNull();
  expect(await rowOf("photos", other.photo.id)).toBeNull();
});

test("where storage is down no row goes before its pictures, and the next run does it", async () => {
  const { photo, keys } = await logPhoto(await TestBooth.register());
  await expect(retain(AFTER, { S3_ENDPOINT: "https://s3-down.test" })).rejects.toThrow("503");
  expect(await rowOf("photos", photo.id)).not.toBeNull();
  expect(await stored(keys)).toEqual(keys);
  await retain(AFTER);
  expect(await rowOf("photos", photo.id)).toBeNull();
});

test("a run that ended between the pictures and the rows is carried on with by the next", async () => {
  const { photo, keys } = await logPhoto(await TestBooth.register());
  const batch = () => Promise.reject(new Error("the power went"));
  const DB = { prepare: (query: string) => env.DB.prepare(query), batch } as unknown as D1Database;
  await expect(retain(AFTER, { DB })).rejects.toThrow("the power went");
  expect(await stored(keys)).toEqual([]);
  expect(await rowOf("photos", photo.id)).not.toBeNull();
  await retain(AFTER);
  expect(await rowOf("photos", photo.id)).toBeNull();
  expect(await rowOf("deleted_photos", photo.id)).not.toBeNull();
});

test("a picture that a younger photo of the session speaks of stays with that one", async () => {
  const booth = await TestBooth.register();
  const { photo, keys } = await logPhoto(booth);
  const { session_id, shots } = photo;
  await logPhoto(booth, { session_id, shots, uploaded_at: "2026-08-10T10:00:00.000Z" });
  await retain(AFTER);
  expect(await rowOf("photos", photo.id)).toBeNull();
  expect(await stored(keys)).toEqual(shots);
});

test("a row that names another customer's picture does not take it along", async () => {
  const [mine, theirs] = [await TestBooth.register(), await TestBooth.register()];
  const other = await logPhoto(theirs, { created_at: "2026-08-20T10:00:00.000Z" });
  const { photo } = await logPhoto(mine);
  await env.DB.prepare("update photos set r2_key = ? where id = ?").bind(other.photo.r2_key, photo.id).run();
  await retain(AFTER);
  expect(await rowOf("photos", photo.id)).toBeNull();
  expect(await stored(other.keys)).toEqual(other.keys);
});

test("a photo that is gone does not come back, by sync or by itself, for its booth or for another's", async () => {
  const [booth, stranger] = [await TestBooth.register(), await TestBooth.register()];
  const { photo } = await logPhoto(booth);
  await retain(AFTER);
  const late = { ...photo, version: 9, print_status: "completed" };
  const events = [{ id: newId(), kind: "photo", body: late }];
  expect((await booth.post("/api/sync", { events })).body.results).toMatchObject([{ outcome: "applied" }]);
  const { status, headers, body } = await booth.post("/api/photos", late);
  expect(status).toBe(410);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body).toMatchObject({ status: 410, title: "Gone" });
  expect((await stranger.post("/api/photos", stranger.photo({ id: photo.id }))).status).toBe(404);
  expect(await rowOf("photos", photo.id)).toBeNull();
});

test("more photos than a page holds go in one run", async () => {
  const booth = await TestBooth.register();
  await env.DB.prepare(
    `insert into photos (id, customer_id, r2_key, created_at, uploaded_at)
     with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i < 1100)
     select ?1 || i, ?1, ?1 || '/photos/2026/07/30/' || i || '/print.jpg', ?2, ?2 from numbers`,
  )
    .bind(booth.customerId, NOW)
    .run();
  await retain(AFTER);
  const left = await env.DB.prepare("select count(*) as n from photos where customer_id = ?").bind(
    booth.customerId,
  );
  expect(await left.first("n")).toBe(0);
});
