import { expect, test } from "vitest";
import { preferredLanguage } from "../src/guest-page/language.ts";
import { newCode } from "./booth.ts";
import { open } from "./guest-page.ts";

test.each([
  ["id-ID,id;q=0.9,en;q=0.8", "id"],
  ["en-GB,en;q=0.9,id;q=0.8", "en"],
  ["en;q=0.8, id;q=0.9", "id"],
  ["in-ID", "id"],
  ["jv-ID, en;q=0.5", "id"],
  ["ja", "en"],
  ["ja, *;q=0.1", "en"],
  ["fr, id;q=0.5", "id"],
  ["id;q=0, en", "en"],
  ["EN-us", "en"],
  ["idx", "en"],
  ["*", "id"],
])("who prefers %s reads %s", (preference, language) => {
  expect(preferredLanguage(preference)).toBe(language);
});

test.each([
  ["no header", undefined],
  ["an empty one", ""],
  ["commas", ",,,,"],
  ["a quality that is no number", "en;q=abc"],
  ["a quality that is empty", "en;q="],
  ["a quality above one", "en;q=9"],
  ["a negative quality", "en;q=-1"],
  ["infinity", "en;q=Infinity"],
  ["semicolons", ";;;q=;,;q=1"],
  ["markup", "<script>alert(1)</script>"],
  ["a very long one", `${"x".repeat(20_000)},en`],
])("%s says nothing, and is answered in Indonesian", (_, preference) => {
  expect(preferredLanguage(preference)).toBe("id");
});

test.each([
  ["id", "Fotomu belum sampai"],
  ["en", "Your picture isn’t here yet"],
])("a page in %s says so to the phone, and speaks it", async (language, heading) => {
  const { headers, body } = await open(newCode(), { "accept-language": language });
  expect(headers.get("content-language")).toBe(language);
  expect(body).toContain(`<html lang="${language}">`);
  expect(body).toContain(heading);
});
