#!/usr/bin/env node
import { existsSync } from "node:fs";

const installed = new URL("../node_modules/miniflare/package.json", import.meta.url);
if (!existsSync(installed)) {
  console.error("The cloud's packages are missing: run `npm ci` in the folder cloud/.");
  process.exit(1);
}
const { main } = await import("./main.ts");
await main(process.argv.slice(2));
