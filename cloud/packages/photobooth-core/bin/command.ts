import { type ParseArgsConfig, parseArgs } from "node:util";

/** What went wrong, in words for who typed the command. */
export class Failure extends Error {}

/** The command was typed wrongly. */
export class WrongUse extends Error {}

/** Results go to stdout and everything else to stderr. Exits with 1 on a failure and with 2 on wrong use. */
export async function runCommand(usage: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof WrongUse) fail(2, `${error.message}\n${usage}`);
    else if (error instanceof Failure) fail(1, error.message);
    else throw error;
  }
}

export function readOptions<const Options extends NonNullable<ParseArgsConfig["options"]>>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function fail(code: number, message: string): void {
  console.error(message);
  process.exitCode = code;
}
