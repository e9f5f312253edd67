import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dyingWithUs } from "./child.ts";
import type { Secrets } from "./secrets.ts";

export const BUCKET = "photobooth";

const STARTS_WITHIN_MS = 10_000;

export interface S3Options {
  dataDir: string;
  address: URL;
  secrets: Secrets;
}

/** The S3 end of R2: Miniflare has none, so rclone serves a folder. */
export async function startS3({ dataDir, address, secrets }: S3Options): Promise<AsyncDisposable> {
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
  await untilListening(child, Number(address.port));
  return {
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.kill()) await once(child, "exit");
    },
  };
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const failed = once(child, "error").then(([error]) => Promise.reject(error));
  const exited = once(child, "exit").then(([code]) => Promise.reject(new Error(`rclone ended with ${code}`)));
  await Promise.race([failed, exited, tryToConnect(port)]);
}

async function tryToConnect(port: number): Promise<void> {
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
