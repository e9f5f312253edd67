#!/usr/bin/env node
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

const modules = new URL("../node_modules/", import.meta.url);
if (!existsSync(new URL("miniflare/package.json", modules))) {
  console.error("The cloud's packages are missing: run `npm ci` in the folder cloud/.");
  process.exit(1);
}
enableCompileCache(fileURLToPath(new URL(".cache/node-compile-cache/", modules)));
const { main } = await import("./main.ts");
await main(process.argv.slice(2));
