import { fileURLToPath } from "node:url";
import { build, stop } from "esbuild";

const ENTRY = fileURLToPath(new URL("../workers/photobooth/src/index.ts", import.meta.url));

/** The Worker as one ES module; about 0.2 s, so it is bundled anew at every start. */
export async function bundleWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker"],
    logLevel: "warning",
  });
  await stop();
  const [bundle] = outputFiles;
  if (!bundle) throw new Error("esbuild made no bundle");
  return bundle.text;
}
