import type { View } from "./view.ts";

const LONGEST_WAIT_SECONDS = 60;
/** The links in the page work for an hour. */
const BEFORE_LINKS_EXPIRE_SECONDS = 55 * 60;

const firstWaits = { coming: 5, trouble: 10, unknown: 30 } as const;
/** A film follows its print within seconds. Whoever looks at the page is not disturbed for ever. */
const FILM_WAIT_SECONDS = 8;
const MOST_LOOKS_FOR_FILMS = 6;
const GROWTH = 1.5;

/**
 * The value of the Refresh header, by which the page looks again without JavaScript. How often it has looked travels in
 * its address, so that each wait is longer than the one before.
 */
export function refreshOf(view: View, timesLooked: number): string | undefined {
  switch (view.state) {
    case "coming":
    case "unknown":
    case "trouble":
      return lookAgain(firstWaits[view.state] * GROWTH ** timesLooked, timesLooked);
    case "busy":
      return String(LONGEST_WAIT_SECONDS);
    case "ready":
      return view.films.some(({ film }) => film === undefined) && timesLooked < MOST_LOOKS_FOR_FILMS
        ? lookAgain(FILM_WAIT_SECONDS * GROWTH ** timesLooked, timesLooked)
        : String(BEFORE_LINKS_EXPIRE_SECONDS);
    case "malformed":
    case "gone":
      return undefined;
  }
}

/** At its longest the wait grows no more, and the address stays as it is. */
function lookAgain(seconds: number, timesLooked: number): string {
  if (seconds >= LONGEST_WAIT_SECONDS) return String(LONGEST_WAIT_SECONDS);
  return `${Math.round(seconds)}; url=?n=${timesLooked + 1}`;
}

/** Anything but a small whole number counts as the first look. */
export function readTimesLooked(n: string | undefined): number {
  return /^\d{1,2}$/.test(n ?? "") ? Number(n) : 0;
}
