import { Miniflare } from "miniflare";
import { bundleWorker } from "../bundle.ts";
import { letWorkerdDieWithUs } from "../dying-with-us.ts";
import { COMPATIBILITY_DATE, hardlyLimited } from "../worker-settings.ts";

export interface WorkerInTrouble {
  address: string;
  stop(): Promise<void>;
}

/** The real Worker with a database that has no tables, so that every look-up fails. */
export async function startWorkerInTrouble(code: string): Promise<WorkerInTrouble> {
  letWorkerdDieWithUs();
  const miniflare = new Miniflare({
    cf: false,
    host: "127.0.0.1",
    compatibilityDate: COMPATIBILITY_DATE,
    modules: [{ type: "ESModule", path: "photobooth.js", contents: await bundleWorker() }],
    d1Databases: { DB: "no-tables" },
    ratelimits: { PUBLIC_RATE_LIMITER: hardlyLimited("1003") },
    bindings: { S3_ENDPOINT: "http://127.0.0.1:9" },
    handleRuntimeStdio(stdout, stderr) {
      stdout.resume();
      stderr.resume();
    },
  });
  return { address: new URL(`/p/${code}`, await miniflare.ready).href, stop: () => miniflare.dispose() };
}
