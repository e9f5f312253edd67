import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { DAILY_RETENTION } from "../src/crons.ts";
import { newId, TestBooth } from "./booth.ts";
import { forgetOtherTests, logPhoto, stored, upload } from "./kept-things.ts";
import { runCron } from "./scheduled.ts";

beforeAll(forgetOtherTests);

async function retain(): Promise<void> {
  await runCron(DAILY_RETENTION, "2026-09-01T20:00:00.000Z");
}

function keysOn(booth: TestBooth, day: string, count: number): string[] {
  return Array.from({ length: count }, () => `${booth.customerId}/photos/${day}/${newId()}/print.jpg`);
}

test("pictures that no photo speaks of go with time, however many pages of them there are", async () => {
  const booth = await TestBooth.register();
  const old = [...keysOn(booth, "2026/06/30", 15), ...keysOn(booth, "2026/07/30", 15)];
  const young = keysOn(booth, "2026/08/20", 2);
  await upload([...old, ...young]);
  await retain();
  expect(await stored([...old, ...young])).toEqual(young);
});

test("a picture that came lately stays, though its session was long ago", async () => {
  const keys = keysOn(await TestBooth.register(), "2026/06/30", 1);
  await upload(keys, "2026-08-20T10:00:00.000Z");
  await retain();
  expect(await stored(keys)).toEqual(keys);
});

test("pictures of a photo that is kept stay, also between orphans", async () => {
  const booth = await TestBooth.register();
  const { keys } = await logPhoto(booth, { uploaded_at: "2026-08-25T10:00:00.000Z" });
  const orphans = [...keysOn(booth, "2026/07/29", 4), ...keysOn(booth, "2026/07/30", 4)];
  await upload(orphans);
  await retain();
  expect(await stored([...keys, ...orphans])).toEqual(keys);
});

test("films stay as long as their photo is kept, and go as orphans without it", async () => {
  const booth = await TestBooth.register();
  const folder = `${booth.customerId}/photos/2026/07/30/${newId()}`;
  const [kept, orphan] = [`${folder}/boomerang.mp4`, `${folder}/timelapse.mp4`];
  await logPhoto(booth, { uploaded_at: "2026-08-25T10:00:00.000Z", films: [kept] });
  await upload([kept, orphan]);
  await retain();
  expect(await stored([kept, orphan])).toEqual([kept]);
});

test("what lies elsewhere, or under no day, is nobody's orphan; odd names are deleted as they are", async () => {
  const booth = await TestBooth.register();
  const elsewhere = [
    "backups/2026/06/30/x",
    `${booth.customerId}/other/2026/06/30/x`,
    `${booth.customerId}/photos/x/y`,
  ];
  const odd = [`${booth.customerId}/photos/2026/06/30/a & <b> + é "c"/print.jpg`];
  await upload([...elsewhere, ...odd]);
  await retain();
  expect(await stored([...elsewhere, ...odd])).toEqual(elsewhere);
});

test("where pictures cannot be listed, old news is forgotten all the same", async () => {
  const booth = await TestBooth.register();
  const day = (time: string) => new Date(time).getTime().toString(16).padStart(12, "0");
  const idOf = (time: string) => `${day(time).slice(0, 8)}-${day(time).slice(8)}-7${newId().slice(15)}`;
  const [old, young] = [idOf("2026-02-01"), idOf("2026-04-01")];
  const event = env.DB.prepare("insert into applied_events values (?, ?, 'photo', '2026')");
  await env.DB.batch([event.bind(booth.customerId, old), event.bind(booth.customerId, young)]);
  const heard = env.DB.prepare("insert into webhook_events values (?, 'payment.capture', 'p', ?)");
  const [oldNews, news] = [newId(), newId()];
  await env.DB.batch([
    heard.bind(oldNews, "2025-07-01T00:00:00.000Z"),
    heard.bind(news, "2025-09-01T00:00:00.000Z"),
  ]);

  await expect(
    runCron(DAILY_RETENTION, "2026-09-01T20:00:00.000Z", { S3_ENDPOINT: "https://s3-down.test" }),
  ).rejects.toThrow("503");
  const idsIn = async (table: string, ids: string[]) => {
    const query = `select id from ${table} where id in (?, ?) order by id`;
    return (
      await env.DB.prepare(query)
        .bind(...ids)
        .all<{ id: string }>()
    ).results.map(({ id }) => id);
  };
  expect(await idsIn("applied_events", [old, young])).toEqual([young]);
  expect(await idsIn("webhook_events", [oldNews, news])).toEqual([news]);
});
