import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { missingSecrets } from "../bin/deploy-settings.ts";

const WORKER = fileURLToPath(new URL("..", import.meta.url));

function deploy(config: string) {
  return spawnSync(process.execPath, [`${WORKER}bin/deploy.ts`, "--dry-run", "--config", config], {
    encoding: "utf8",
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_SEND_ERROR_REPORTS: "false" },
  });
}

/** The operator's file, in a folder of its own: its paths are made to start where they did. */
function filledIn(): string {
  const file = join(mkdtempSync(join(tmpdir(), "wrangler-")), "wrangler.toml");
  const text = readFileSync(`${WORKER}wrangler.toml`, "utf8")
    .replaceAll(/xxxx[x-]*/g, "0123456789abcdef")
    .replace('main = "', `main = "${WORKER}`)
    .replace('migrations_dir = "', `migrations_dir = "${WORKER}`);
  writeFileSync(file, text);
  return file;
}

test("a deployment with ids to fill in is refused, and says which and where they are found", () => {
  const { status, stderr } = deploy(`${WORKER}wrangler.toml`);
  expect(status).toBe(1);
  expect(stderr).toContain("database_id of DB: `npx wrangler d1 create photobooth-db` prints it");
  expect(stderr).toContain("CLOUDFLARE_ACCOUNT_ID: `npx wrangler whoami` prints it");
});

test("with the two ids filled in, Wrangler takes the whole Worker", { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = deploy(filledIn());
  expect(stderr).not.toContain("ERROR");
  expect(stdout).toContain("--dry-run: exiting now.");
  expect(stdout).toMatch(/gzip: \d+/);
  expect(status).toBe(0);
});

test("secrets that are not in place are named", () => {
  const settings = { vars: {}, d1_databases: [], secrets: { required: ["A", "B"] } };
  expect(missingSecrets(settings, ["B"])).toEqual(["A"]);
});
