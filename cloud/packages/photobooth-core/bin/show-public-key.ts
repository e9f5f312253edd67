import { readOptions, runCommand, WrongUse } from "./command.ts";
import { loadOrMakeKeys } from "./key-file.ts";

const USAGE =
  "usage: npm run --silent license:public-key -- --keys FILE | npx wrangler secret put LICENSE_PUBLIC_KEY";

await runCommand(USAGE, async () => {
  const { keys: file } = readOptions({ keys: { type: "string" } });
  if (!file) throw new WrongUse("--keys is missing: the file with the keys, made where there is none");
  console.log((await loadOrMakeKeys(file)).public_key);
});
