import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import worker from "../src/index.ts";
import { TestBooth } from "./booth.ts";

test("the weekly backup is kept under RFC-007's name and under its date", async () => {
  const booth = await TestBooth.register();
  await worker.scheduled(createScheduledController({ scheduledTime: new Date("2026-08-02T19:00:00Z") }), env);
  const sql = await (await env.ASSETS.get("backups/db-backup.sql"))?.text();
  expect(sql).toContain(booth.customerId);
  expect(await (await env.ASSETS.get("backups/db-backup-2026-08-02.sql"))?.text()).toBe(sql);
});
