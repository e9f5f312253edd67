import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { type LicenseKeys, newLicenseKeys, readLicenseKeys } from "../src/license-keys.ts";
import { Failure } from "./command.ts";

/** The file is made on first use; whoever has it can issue and revoke licences. */
export async function loadOrMakeKeys(path: string): Promise<LicenseKeys> {
  if (!existsSync(path)) await makeKeys(path);
  return await loadKeys(path);
}

export async function loadKeys(path: string): Promise<LicenseKeys> {
  const text = read(path);
  if ((statSync(path).mode & 0o077) !== 0)
    throw new Failure(`${path} may be read by others than you. Make it yours alone: chmod 600 ${path}`);
  const keys = await readLicenseKeys(text);
  if (!keys) throw new Failure(`${path} is no file of licence keys, or it is damaged. Nothing was changed.`);
  return keys;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${causeOf(error)}`);
  }
}

/** Written whole under another name and then linked, so that neither a power cut nor a second run leaves half a file or two keys. */
async function makeKeys(path: string): Promise<void> {
  const text = `${JSON.stringify(await newLicenseKeys(), null, 2)}\n`;
  const draft = `${path}.${randomUUID()}`;
  try {
    writeDurably(draft, text);
    linkSync(draft, path);
    flush(dirname(path));
    console.error(`New keys are in ${path}. Keep a copy where nobody else finds it: without them no licence`);
    console.error("can be issued or revoked that the booths and the cloud in use will believe.");
  } catch (error) {
    if (!existsSync(path)) throw new Failure(`${path} cannot be written: ${causeOf(error)}`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function flush(folder: string): void {
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

function causeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "you have no right to";
    case "EISDIR":
      return "it is a folder";
    case "ENOTDIR":
      return "a part of its path is no folder";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
