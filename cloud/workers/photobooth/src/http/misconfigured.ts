import { log } from "./log.ts";
import { Problem } from "./problem.ts";

/** What an operator forgot is for the log; a booth can do nothing about it. */
export function misconfigured(variables: readonly string[]): Problem {
  log("error", { error: "these variables are missing or wrong", variables });
  return new Problem(500, "Something went wrong on our side.");
}
