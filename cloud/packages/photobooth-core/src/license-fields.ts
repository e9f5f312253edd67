/** `YYYY-MM-DD`, and a day that there is. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && dayOf(new Date(time)) === value;
}

/** In UTC. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** One line of 1 to 200 characters. */
export function isLine(value: unknown): value is string {
  return typeof value === "string" && value.trim() === value && /^\P{Cc}{1,200}$/u.test(value);
}

export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
