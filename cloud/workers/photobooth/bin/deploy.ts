import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type DeploySettings, missingIds, missingSecrets } from "./deploy-settings.ts";

const WORKER = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: { config: { type: "string", default: `${WORKER}wrangler.toml` }, "dry-run": { type: "boolean" } },
});

// Wrangler's banner, metrics and update check would only stand between the operator and the answer.
Object.assign(process.env, { WRANGLER_HIDE_BANNER: "true", WRANGLER_SEND_METRICS: "false" });
const { unstable_readConfig: readConfig } = await import("wrangler");
const settings = readConfig({ config: values.config }) as DeploySettings;

refuse("Fill in, in wrangler.toml:", missingIds(settings));
if (values["dry-run"]) {
  wrangler("deploy", "--dry-run");
} else {
  refuse(
    "Put, with `npx wrangler secret bulk FILE --config workers/photobooth/wrangler.toml`:",
    missingSecrets(settings, secretsInPlace()),
  );
  wrangler("d1", "migrations", "apply", "DB", "--remote");
  wrangler("deploy");
}

function refuse(remedy: string, missing: string[]): void {
  if (missing.length === 0) return;
  console.error([remedy, ...missing.map((name) => `  ${name}`)].join("\n"));
  process.exit(1);
}

/** Ends with Wrangler's own exit code where it fails; what it says goes to the terminal. */
function wrangler(...args: string[]): void {
  const { status } = run(args, "inherit");
  if (status !== 0) process.exit(status ?? 1);
}

/** None, where there is no Worker of this name yet. */
function secretsInPlace(): string[] {
  const { status, stdout } = run(["secret", "list", "--format", "json"], "pipe");
  return status === 0 ? (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name) : [];
}

function run(args: string[], stdout: "inherit" | "pipe") {
  return spawnSync("npx", ["wrangler", ...args, "--config", values.config], {
    cwd: WORKER,
    encoding: "utf8",
    stdio: ["inherit", stdout, "inherit"],
  });
}
