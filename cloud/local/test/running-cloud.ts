import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { startCloud } from "../cloud.ts";

const MAIN = fileURLToPath(new URL("../main.mjs", import.meta.url));
const STARTS_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 5_000;

export interface CloudOptions {
  /** How long a simulated guest takes to pay; "off" unless told otherwise. */
  payAfterMs?: number | "off";
}

export interface RunningCloud {
  ready: Awaited<ReturnType<typeof startCloud>>;
  /** What the Worker, S3 and the stand-in have logged so far. */
  log(): string;
  /** Ends it, waits for its end, and removes its data. */
  stop(): Promise<void>;
}

/** The whole local cloud in a process and a folder of its own. Whoever starts it stops it in `afterAll`. */
export async function startLocalCloud({ payAfterMs = "off" }: CloudOptions = {}): Promise<RunningCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), "local-cloud-"));
  const child = spawn(
    process.execPath,
    [MAIN, "--data", dataDir, "--port", "0", "--pay-after-ms", String(payAfterMs)],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, RCLONE: findRclone() } },
  );
  const exited = once(child, "exit");
  let logged = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    logged += text;
  });

  const stop = async () => {
    const timer = setTimeout(() => child.kill("SIGKILL"), STOPS_WITHIN_MS);
    child.kill("SIGTERM");
    await exited;
    clearTimeout(timer);
    rmSync(dataDir, { recursive: true, force: true });
  };

  try {
    const signal = AbortSignal.timeout(STARTS_WITHIN_MS);
    const firstLine = once(createInterface(child.stdout), "line", { signal });
    const [line] = await Promise.race([firstLine, exited.then(() => [undefined])]);
    if (typeof line !== "string") throw new Error("the local cloud ended before it was ready");
    return { ready: JSON.parse(line), log: () => logged, stop };
  } catch (error) {
    await stop();
    throw new Error(`The local cloud did not start. It said:\n${logged}`, { cause: error });
  }
}

/** rclone comes with the project's environment, beside Node. */
function findRclone(): string {
  const beside = join(dirname(process.execPath), "rclone");
  return process.env.RCLONE ?? (existsSync(beside) ? beside : "rclone");
}
