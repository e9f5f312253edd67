import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Done {
  code: number;
  stdout: string;
  stderr: string;
}

const BIN = fileURLToPath(new URL("../bin/", import.meta.url));

export const today = new Date().toISOString().slice(0, 10);

/** As `npm run license:…` does, in a process of its own. */
export async function run(
  command: "issue-license" | "revoke-license" | "show-public-key",
  ...args: string[]
): Promise<Done> {
  return await new Promise((resolve) => {
    execFile(process.execPath, [`${BIN}${command}.ts`, ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** A name for keys, alone in a folder; there is no file yet. */
export function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), "license-keys-")), "keys.json");
}

export function publicKeyIn(file: string): string {
  return JSON.parse(readFileSync(file, "utf8")).public_key;
}

export async function licenseIn(file: string): Promise<string> {
  return (await run("issue-license", "--keys", file)).stdout.trim();
}
