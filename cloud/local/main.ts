import { parseArguments } from "./arguments.ts";
import { startCloud } from "./cloud.ts";
import { onEnd } from "./lifetime.ts";

/** Stdout carries the one ready line; everything else goes to stderr. */
export async function main(args: string[]): Promise<void> {
  const options = parseArguments(args);
  const parts = new AsyncDisposableStack();
  onEnd(() => parts.disposeAsync());
  try {
    console.log(JSON.stringify(await startCloud(options, parts)));
  } catch (error) {
    console.error("The local cloud did not start:", error);
    await parts.disposeAsync();
    process.exit(1);
  }
}
