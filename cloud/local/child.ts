import { existsSync } from "node:fs";

const SETPRIV = "/usr/bin/setpriv";

/** A command line that the kernel kills when we die, however we die. Only Linux can; elsewhere SIGKILL leaves it behind. */
export function dyingWithUs(command: string, args: string[]): [string, string[]] {
  return existsSync(SETPRIV) ? [SETPRIV, ["--pdeathsig", "KILL", "--", command, ...args]] : [command, args];
}
