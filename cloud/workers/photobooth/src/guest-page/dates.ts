import { type Language, locales } from "./language.ts";

/** Where the booths stand. Indonesia's other two zones differ by at most two hours. */
const TIME_ZONE = "Asia/Jakarta";

/** 22 Desember 2026, 22 December 2026 */
export function spokenDate(time: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: TIME_ZONE }).format(time);
}

/** 2026-12-22 */
export function fileDate(time: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: TIME_ZONE }).format(time);
}
