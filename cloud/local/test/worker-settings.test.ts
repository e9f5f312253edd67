import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { COMPATIBILITY_DATE, VARIABLES } from "../worker-settings.ts";

const WRANGLER_TOML = fileURLToPath(new URL("../../workers/photobooth/wrangler.toml", import.meta.url));

test("the local Worker has wrangler.toml's date and variables, but for where its services are", () => {
  const { compatibility_date, vars } = readConfig({ config: WRANGLER_TOML });
  const { XENDIT_API_URL, UPLOAD_CREDENTIALS, CLOUDFLARE_ACCOUNT_ID, ...same } = vars;
  expect({ XENDIT_API_URL, UPLOAD_CREDENTIALS, CLOUDFLARE_ACCOUNT_ID }).not.toContain(undefined);
  expect(COMPATIBILITY_DATE).toBe(compatibility_date);
  expect(VARIABLES).toEqual(same);
});
