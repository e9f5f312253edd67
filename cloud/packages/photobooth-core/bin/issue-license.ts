import { randomUUID } from "node:crypto";
import { isLicenseType, issueLicense, type License } from "../src/license.ts";
import { dayOf, isDay } from "../src/license-fields.ts";
import { readPrivateKey } from "../src/license-keys.ts";
import { readOptions, runCommand, WrongUse } from "./command.ts";
import { loadOrMakeKeys } from "./key-file.ts";

const USAGE =
  "usage: npm run license:issue -- --keys FILE [--type starter|pro|enterprise] [--days N | --expires YYYY-MM-DD]";

await runCommand(USAGE, async () => {
  const {
    keys: file,
    type,
    days,
    expires,
  } = readOptions({
    keys: { type: "string" },
    type: { type: "string", default: "starter" },
    days: { type: "string" },
    expires: { type: "string" },
  });
  if (!file) throw new WrongUse("--keys is missing: the file with the keys, made where there is none");
  if (!isLicenseType(type)) throw new WrongUse(`--type is starter, pro or enterprise, not ${type}`);
  const license: License = {
    id: randomUUID(),
    type,
    issued: dayOf(new Date()),
    expires: lastDay(days, expires),
  };

  const keys = await loadOrMakeKeys(file);
  console.log(await issueLicense(license, await readPrivateKey(keys.private_key)));
  console.error(`Licence ${license.id} (${type}) holds through ${license.expires}, UTC.`);
  console.error(`LICENSE_PUBLIC_KEY = "${keys.public_key}"`);
});

/** A year from today unless said otherwise. */
function lastDay(days: string | undefined, expires: string | undefined): string {
  if (days !== undefined && expires !== undefined) throw new WrongUse("--days or --expires, not both");
  if (expires === undefined) return dayFromNow(days ?? "365");
  if (!isDay(expires)) throw new WrongUse(`--expires is a day, YYYY-MM-DD, not ${expires}`);
  if (expires < dayOf(new Date())) throw new WrongUse(`--expires ${expires} has passed`);
  return expires;
}

function dayFromNow(days: string): string {
  if (!/^[1-9]\d{0,4}$/.test(days)) throw new WrongUse(`--days is a number from 1 to 99999, not ${days}`);
  return dayOf(new Date(Date.now() + Number(days) * 24 * 3600 * 1000));
}
