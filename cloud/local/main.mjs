#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const modules = new URL("../node_modules/", import.meta.url);

if (Number.parseInt(process.versions.node, 10) < 24) giveUp(`Node 24 is needed; this is ${process.version}.`);
if (!existsSync(new URL("miniflare/package.json", modules)))
  giveUp("The cloud's packages are missing: run `npm ci` in the folder cloud/.");

module.enableCompileCache(fileURLToPath(new URL(".cache/node-compile-cache/", modules)));
const { main } = await import("./main.ts");
await main(process.argv.slice(2));

function giveUp(reason) {
  console.error(reason);
  process.exit(1);
}
