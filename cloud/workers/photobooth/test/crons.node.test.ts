import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DAILY_RETENTION, MISSED_PAYMENTS, WEEKLY_BACKUP } from "../src/crons.ts";

test("every trigger has its job, and every job its trigger", () => {
  const toml = readFileSync(new URL("../wrangler.toml", import.meta.url), "utf8");
  const [, crons = ""] = /^crons = \[([^\]]*)\]/m.exec(toml) ?? [];
  expect([...crons.matchAll(/"([^"]+)"/g)].map(([, cron]) => cron)).toEqual([
    MISSED_PAYMENTS,
    WEEKLY_BACKUP,
    DAILY_RETENTION,
  ]);
});
