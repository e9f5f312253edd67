import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const CLOUD = fileURLToPath(new URL("../../", import.meta.url));

export interface Ended {
  status: number;
  said: string;
}

/** `npm run db:backup` or `db:restore` as a person in `folder` calls it, without npm's own words. */
export function runIn(folder: string, command: "backup" | "restore", ...args: string[]): Promise<Ended> {
  const options = { cwd: CLOUD, env: { ...process.env, INIT_CWD: folder } };
  return new Promise((resolve) =>
    execFile(process.execPath, [`local/backup/${command}.ts`, ...args], options, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), said: stdout + stderr }),
    ),
  );
}
