import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const SETPRIV = "/usr/bin/setpriv";

/**
 * A command line that the kernel kills when we die, even by SIGKILL. Only Linux can; elsewhere the child may outlive us
 * in that one case.
 */
export function dyingWithUs(command: string, args: string[]): [string, string[]] {
  return existsSync(SETPRIV) ? [SETPRIV, ["--pdeathsig", "KILL", "--", command, ...args]] : [command, args];
}

/** Miniflare starts workerd itself, and lets nothing but the program's path be chosen: so that path is a script. */
export function letWorkerdDieWithUs(): void {
  if (!existsSync(SETPRIV)) return;
  const workerd: { default: string } = createRequire(import.meta.url)("workerd");
  process.env.PHOTOBOOTH_WORKERD = workerd.default;
  process.env.MINIFLARE_WORKERD_PATH = fileURLToPath(new URL("workerd-dying-with-us.sh", import.meta.url));
}
