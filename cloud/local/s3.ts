import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dyingWithUs } from "./dying-with-us.ts";
import type { Secrets } from "./secrets.ts";

export const BUCKET = "photobooth";

const STARTS_WITHIN_MS = 10_000;

export interface S3Options {
  dataDir: string;
  address: URL;
  secrets: Secrets;
}

/** The S3 end of R2: Miniflare has none, so rclone serves a folder. */
export async function startS3({ dataDir, address, secrets }: S3Options): Promise<void> {
  const root = join(dataDir, "s3");
  mkdirSync(join(root, BUCKET), { recursive: true });
  const [command, args] = dyingWithUs(process.env.RCLONE ?? "rclone", [
    ...["serve", "s3", root, "--addr", address.host],
    ...["--config", "/dev/null", "--log-level", "NOTICE"],
  ]);
  const child = spawn(command, args, {
    stdio: ["ignore", process.stderr, process.stderr],
    // Not as an argument, which every process may read; and quoted, because rclone reads it as CSV.
    env: { ...process.env, RCLONE_AUTH_KEY: `"${secrets.s3_access_key_id},${secrets.s3_secret_access_key}"` },
  });
  child.once("error", (error) => giveUp(`rclone could not be started: ${error.message}`));
  child.once("exit", (code) => giveUp(`rclone ended with ${code}`));
  process.once("exit", () => child.kill());
  await untilListening(Number(address.port));
}

/** Without S3 the cloud is only half there, so it ends, and whoever started it learns of it. */
function giveUp(reason: string): never {
  console.error(reason);
  process.exit(1);
}

async function untilListening(port: number): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < deadline) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return;
    } catch {
      await sleep(20);
    } finally {
      socket.destroy();
    }
  }
  throw new Error(`rclone does not listen on port ${port}`);
}
