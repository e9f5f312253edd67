import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { WrongUse } from "@repo/photobooth-core/command";

/** FILE, and the database: one in a folder, or the one at Cloudflare. */
export interface Arguments {
  file: string;
  database: { dataDir: string } | "remote";
}

/** Paths are the caller's: npm goes to a folder of its own. */
export function readArguments(): Arguments {
  const { positionals, values } = parse();
  const from = process.env.INIT_CWD ?? process.cwd();
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new WrongUse("One FILE is needed.");
  if (values.remote === (values.data !== undefined)) throw new WrongUse("One database is needed.");
  const database = values.data === undefined ? ("remote" as const) : { dataDir: resolve(from, values.data) };
  return { file: resolve(from, file), database };
}

function parse() {
  try {
    const options = { data: { type: "string" }, remote: { type: "boolean", default: false } } as const;
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}
