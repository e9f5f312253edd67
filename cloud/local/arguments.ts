import { resolve } from "node:path";
import { parseArgs } from "node:util";

export interface Options {
  /** Everything that is kept between runs lives in here. */
  dataDir: string;
  /** The Worker's port; S3 and the stand-in take the next two. 0 lets the system choose all three. */
  port: number;
  /** How long a simulated guest takes to pay, or off for a person who clicks. */
  payAfterMs: number | "off";
}

const USAGE = "usage: node cloud/local/main.mjs --data DIR [--port N] [--pay-after-ms N|off]";

/** Ends the process with 2 on wrong use. */
export function parseArguments(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: "string" },
        port: { type: "string", default: "0" },
        "pay-after-ms": { type: "string", default: "off" },
      },
    });
    if (!values.data) throw new Error("--data is missing");
    const payAfter = values["pay-after-ms"];
    return {
      dataDir: resolve(values.data),
      port: wholeNumber("--port", values.port, 65_533),
      payAfterMs: payAfter === "off" ? "off" : wholeNumber("--pay-after-ms", payAfter, 3_600_000),
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(2);
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new Error(`${name} must be a whole number up to ${most}`);
  return Number(text);
}
