import { parseArguments } from "./arguments.ts";
import { startCloud } from "./cloud.ts";
import { endWithParent } from "./lifetime.ts";

/** Stdout carries the one ready line; everything else goes to stderr. */
export async function main(args: string[]): Promise<void> {
  const options = parseArguments(args);
  endWithParent();
  try {
    console.log(JSON.stringify(await startCloud(options)));
  } catch (error) {
    console.error("The local cloud did not start:", error);
    process.exit(1);
  }
}
