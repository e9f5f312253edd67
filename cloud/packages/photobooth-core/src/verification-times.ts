const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** After the code's expiry. A code that Xendit calls ended may still turn out to be paid: within a day it comes to light. */
const ASKED_AFTER_MS = [2, 10, 30, 120, 1440].map((minutes) => minutes * MINUTE_MS);

const SHORTEST_WAIT_MS = 5 * MINUTE_MS;

/** The wait grows with what was waited for already. */
const SHARE_OF_AGE = 1 / 4;

const GIVEN_UP_AFTER_MS = 30 * DAY_MS;

/** When Xendit is asked next; null where it is not asked any more. */
export interface NextVerification {
  /** Where Xendit says that the payment has ended unpaid. */
  ended: string | null;
  /** Where Xendit does not say how it ended, or gives no answer. */
  unsettled: string | null;
}

/** When Xendit is first asked about a code whose webhook has not come. */
export function firstVerification(expiresAt: string): string {
  return later(Date.parse(expiresAt), ASKED_AFTER_MS[0]);
}

/** Steps that went by while nothing ran are made up for by the one asking `now`. */
export function nextVerification(expiresAt: string, now: Date): NextVerification {
  const age = now.getTime() - Date.parse(expiresAt);
  const step = ASKED_AFTER_MS.find((step) => step > age);
  const wait = Math.max(SHORTEST_WAIT_MS, age * SHARE_OF_AGE);
  return {
    ended: step === undefined ? null : later(now.getTime() - age, step),
    unsettled: age > GIVEN_UP_AFTER_MS ? null : later(now.getTime(), wait),
  };
}

function later(time: number, ms = 0): string {
  return new Date(time + ms).toISOString();
}
