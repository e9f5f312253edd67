import { log } from "../http/log.ts";
import { Problem } from "../http/problem.ts";

/** What an operator forgot is for the log; a booth can do nothing about it. */
export function misconfigured(variables: readonly string[]): Problem {
  log("error", { error: "upload keys need these variables", variables });
  return new Problem(500, "Something went wrong on our side.");
}
