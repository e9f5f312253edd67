import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { linksIn, logPhoto, logPhotoWithFilms, open, upload, uploadFilm } from "./guest-page.ts";

const refreshIn = ({ headers }: { headers: Headers }) => headers.get("refresh");
const videosIn = (body: string) => body.match(/<video [^>]+>/g) ?? [];

test("films play muted and looped, when asked to, within the page", async () => {
  const { code, boomerang, timelapse } = await logPhotoWithFilms();
  await uploadFilm(boomerang);
  await uploadFilm(timelapse);
  const { body } = await open(code);
  const videos = videosIn(body);
  expect(videos).toHaveLength(2);
  for (const video of videos)
    for (const attribute of ["muted", "loop", "playsinline", "controls", 'preload="metadata"'])
      expect(video).toContain(` ${attribute}`);
  expect(body).not.toContain("autoplay");
});

test("films are shown and saved by signed addresses, under names that say what they are", async () => {
  const { code, boomerang, timelapse } = await logPhotoWithFilms();
  await uploadFilm(boomerang);
  await uploadFilm(timelapse);
  const { body } = await open(code);
  const films = linksIn(body, "src").filter(({ pathname }) => pathname.endsWith(".mp4"));
  expect(films.map(({ pathname }) => pathname)).toEqual([
    `/photobooth/${boomerang}`,
    `/photobooth/${timelapse}`,
  ]);
  const saved = linksIn(body, "href").filter(({ pathname }) => pathname.endsWith(".mp4"));
  for (const { searchParams } of [...films, ...saved])
    expect(searchParams.get("X-Amz-Signature")).toMatch(/^[0-9a-f]{64}$/);
  expect(saved.map(({ searchParams }) => searchParams.get("response-content-disposition"))).toEqual([
    expect.stringMatching(/^attachment; filename="photobooth-[0-9-]{10}-boomerang\.mp4"$/),
    expect.stringMatching(/^attachment; filename="photobooth-[0-9-]{10}-timelapse\.mp4"$/),
  ]);
});

test("before a film plays, its session's shot is seen: the last one's for the boomerang", async () => {
  const { code, boomerang, timelapse, shotKeys } = await logPhotoWithFilms({ shots: 3 });
  await uploadFilm(boomerang);
  await uploadFilm(timelapse);
  const posters = linksIn((await open(code)).body, "poster").map(({ pathname }) => pathname);
  expect(posters).toEqual([`/photobooth/${shotKeys[2]}`, `/photobooth/${shotKeys[0]}`]);
});

test("a film that the booth has told of is on its way, and the page looks for it, not for ever", async () => {
  const { code, boomerang, timelapse } = await logPhotoWithFilms();
  await uploadFilm(boomerang);
  const answer = await open(code);
  expect(videosIn(answer.body)).toHaveLength(1);
  expect(answer.body).toContain("Videonya sedang di jalan");
  expect(refreshIn(answer)).toBe("8; url=?n=1");
  expect(refreshIn(await open(`${code}?n=6`))).toBe("3300");
  await uploadFilm(timelapse);
  expect(refreshIn(await open(code))).toBe("3300");
});

test("a session without films has no place for them", async () => {
  const photo = await logPhoto();
  await upload(photo.r2_key);
  const { body } = await open(photo.code);
  expect(body).not.toContain("Versi bergerak");
  expect(body).not.toContain("sedang di jalan");
});

test.each([
  ["of another type", "text/html", 1000],
  ["far too large", "video/mp4", 4_000_001],
])("what lies in a film's place and is %s is not shown", async (_, type, bytes) => {
  const { code, boomerang } = await logPhotoWithFilms();
  await uploadFilm(boomerang, type, bytes);
  const { status, body } = await open(code);
  expect(status).toBe(200);
  expect(videosIn(body)).toHaveLength(0);
});

test("a row that names another session's film does not show it", async () => {
  const [mine, theirs] = [await logPhotoWithFilms(), await logPhotoWithFilms()];
  await uploadFilm(theirs.boomerang);
  await env.DB.prepare("update photos set films = json_array(?) where id = ?")
    .bind(theirs.boomerang, mine.id)
    .run();
  const { status, body } = await open(mine.code);
  expect(status).toBe(200);
  expect(body).not.toContain(".mp4");
});
