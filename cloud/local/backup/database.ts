import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { Miniflare } from "miniflare";
import { letWorkerdDieWithUs } from "../dying-with-us.ts";
import { BUCKET } from "../s3.ts";
import { COMPATIBILITY_DATE } from "../worker-settings.ts";

export interface Stores {
  db: D1Database;
  assets: Awaited<ReturnType<Miniflare["getR2Bucket"]>>;
  /** Runs the Worker's job of this trigger. Throws when it fails. */
  run(cron: string): Promise<void>;
}

/** Where the local cloud keeps what Miniflare stores. */
export function storesIn(dataDir: string): string {
  return join(dataDir, "cloudflare");
}

/** D1 and R2 of a local cloud that is not running, for as long as `use` takes. */
export async function withStores<Result>(
  folder: string,
  use: (stores: Stores) => Promise<Result>,
  { worker = "export default {}", inspectorPort }: { worker?: string; inspectorPort?: number } = {},
): Promise<Result> {
  letWorkerdDieWithUs();
  const miniflare = new Miniflare({
    name: "photobooth",
    cf: false,
    ...(inspectorPort !== undefined && { inspectorPort }),
    compatibilityDate: COMPATIBILITY_DATE,
    modules: [{ type: "ESModule", path: "photobooth.js", contents: worker }],
    defaultPersistRoot: folder,
    d1Databases: { DB: "photobooth-db" },
    r2Buckets: { ASSETS: BUCKET },
  });
  try {
    const [db, assets] = await Promise.all([miniflare.getD1Database("DB"), miniflare.getR2Bucket("ASSETS")]);
    const run = async (cron: string) => {
      const { outcome } = await (await miniflare.getWorker()).scheduled({ cron });
      if (outcome !== "ok") throw new Error(`the Worker's job ended with "${outcome}"`);
    };
    return await use({ db, assets, run });
  } finally {
    await miniflare.dispose();
  }
}
