import { expect, test } from "vitest";
import { newCode, newId, TestBooth } from "./booth.ts";

test("a photo is logged and read back", async () => {
  const booth = await TestBooth.register();
  const photo = booth.photo();
  expect(await booth.post("/api/photos", photo)).toMatchObject({ status: 200, body: photo });
  expect((await booth.get(`/api/photos/${photo.id}`)).body).toEqual(photo);
});

test("a newer version replaces, an equal or older one changes nothing", async () => {
  const booth = await TestBooth.register();
  const photo = booth.photo({ version: 2 });
  await booth.post("/api/photos", photo);
  const newer = { ...photo, version: 3, print_status: "completed", uploaded_at: "2026-07-30T10:02:00.000Z" };
  expect((await booth.post("/api/photos", newer)).body).toEqual(newer);
  for (const version of [1, 2, 3])
    expect((await booth.post("/api/photos", { ...photo, version })).body).toEqual(newer);
});

test("a photo keeps its first code, and no other photo gets it", async () => {
  const booth = await TestBooth.register();
  const photo = booth.photo();
  await booth.post("/api/photos", photo);
  expect((await booth.post("/api/photos", { ...photo, version: 2, code: newCode() })).status).toBe(409);
  expect((await booth.post("/api/photos", booth.photo({ code: photo.code }))).status).toBe(409);
});

test("of photos that come with one code at once, one gets it", async () => {
  const booth = await TestBooth.register();
  const { code } = booth.photo();
  const logged = await Promise.all(
    Array.from({ length: 8 }, async () => (await booth.post("/api/photos", booth.photo({ code }))).status),
  );
  expect(logged.sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
});

test("films are told with a newer version, and forgotten by no older one", async () => {
  const booth = await TestBooth.register();
  const photo = booth.photo();
  const films = [photo.r2_key.replace("print.jpg", "boomerang.mp4")];
  await booth.post("/api/photos", { ...photo, version: 2, films });
  expect((await booth.post("/api/photos", photo)).body.films).toEqual(films);
});

test("a booth that knows of no films tells of none", async () => {
  const booth = await TestBooth.register();
  const { films: _, ...photo } = booth.photo();
  expect((await booth.post("/api/photos", photo)).body).toEqual({ ...photo, films: [] });
});

test.each([
  ["r2_key", { r2_key: `../photos/2026/07/30/${newId()}/print.jpg` }],
  ["r2_key", { r2_key: `${newId()}/photos/2026/07/30/${newId()}/print.jpg` }],
  ["shots.0", { shots: [`${newId()}/photos/2026/07/30/${newId()}/shot-1.jpg`] }],
  ["films.0", { films: [`${newId()}/photos/2026/07/30/${newId()}/boomerang.mp4`] }],
  ["films.0", { films: [`${newId()}/photos/2026/07/30/${newId()}/film.mp4`] }],
  ["films", { films: ["a", "b", "c"] }],
  ["code", { code: "short" }],
  ["print_status", { print_status: "lost" }],
  ["version", { version: 0 }],
])("a bad %s is refused", async (field, difference) => {
  const booth = await TestBooth.register();
  const { status, body } = await booth.post("/api/photos", booth.photo(difference));
  expect(status).toBe(422);
  expect(body.errors[0]).toMatchObject({ field });
});
