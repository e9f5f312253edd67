import { WEEKLY_BACKUP } from "../../workers/photobooth/src/crons.ts";
import { chooseAddresses } from "../addresses.ts";
import { storesIn, withStores } from "../backup/database.ts";
import { bundleWorker } from "../bundle.ts";

/**
 * For the bench: has the Worker back up the database in DIR, and prints as JSON what its own isolate held at most, in
 * MB. Cloudflare limits that to 128 MB; the process beside it holds those of Miniflare's D1 and R2 as well.
 */
const [dataDir = ""] = process.argv.slice(2);
const inspector = (await chooseAddresses(0)).api;
const options = { worker: await bundleWorker(), inspectorPort: Number(inspector.port) };
await withStores(
  storesIn(dataDir),
  async ({ run }) => {
    const peak = await watchHeap();
    await run(WEEKLY_BACKUP);
    process.stdout.write(`${JSON.stringify(peak)}\n`);
  },
  options,
);

/** Asks V8 every few milliseconds; the answer keeps growing. */
async function watchHeap(): Promise<{ used_mb: number; allocated_mb: number }> {
  const targets = (await (await fetch(new URL("/json", inspector))).json()) as Record<string, string>[];
  const worker = targets.find(({ id }) => id === "core:user:photobooth");
  if (!worker) throw new Error("workerd's inspector knows no Worker");
  const socket = new WebSocket(worker.webSocketDebuggerUrl ?? "");
  const peak = { used_mb: 0, allocated_mb: 0 };
  socket.addEventListener("message", ({ data }) => {
    const { usedSize, totalSize, backingStorageSize } = JSON.parse(data).result;
    peak.used_mb = Math.max(peak.used_mb, Math.round((usedSize + backingStorageSize) / 1e6));
    peak.allocated_mb = Math.max(peak.allocated_mb, Math.round((totalSize + backingStorageSize) / 1e6));
  });
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  let id = 0;
  setInterval(() => socket.send(JSON.stringify({ id: ++id, method: "Runtime.getHeapUsage" })), 5).unref();
  return peak;
}
