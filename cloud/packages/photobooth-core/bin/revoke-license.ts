import { checkLicense } from "../src/license.ts";
import { dayOf, isLine } from "../src/license-fields.ts";
import { readPrivateKey } from "../src/license-keys.ts";
import { signRevocation } from "../src/license-revocation.ts";
import { Failure, readOptions, runCommand, WrongUse } from "./command.ts";
import { loadKeys } from "./key-file.ts";
import { postRevocation } from "./post-revocation.ts";

const USAGE =
  "usage: npm run license:revoke -- --keys FILE (--license KEY | --id ID) --reason TEXT [--api URL]";

await runCommand(USAGE, async () => {
  const {
    keys: file,
    license,
    id: named,
    reason,
    api,
  } = readOptions({
    keys: { type: "string" },
    license: { type: "string" },
    id: { type: "string" },
    reason: { type: "string" },
    api: { type: "string" },
  });
  if (!file) throw new WrongUse("--keys is missing: the file with the keys that signed the licence");
  if ((license === undefined) === (named === undefined)) throw new WrongUse("--license or --id, one of them");
  if (!isLine(reason)) throw new WrongUse("--reason is one line of 1 to 200 characters; the booth shows it");
  if (api !== undefined && !URL.canParse(api)) throw new WrongUse(`--api is the cloud's address, not ${api}`);

  const keys = await loadKeys(file);
  const id = named ?? (await idOf(license ?? "", keys.public_key));
  if (!isLine(id)) throw new WrongUse("--id is the licence's id, one line of 1 to 200 characters");
  const today = dayOf(new Date());
  const statement = await signRevocation(
    { id, reason, revoked: today },
    await readPrivateKey(keys.private_key),
  );
  console.log(statement);
  console.error(`Licence ${id} is revoked from ${today} on, once the cloud has heard of it.`);
  if (api !== undefined) console.error(await postRevocation(statement, api));
});

/** Of a licence that these keys signed, expired or not. */
async function idOf(licenseKey: string, publicKey: string): Promise<string> {
  const check = await checkLicense(licenseKey.trim(), publicKey, new Date());
  if (check.valid || check.reason === "expired") return check.license.id;
  throw new Failure(
    check.reason === "forged"
      ? "These keys did not sign this licence, so they cannot revoke it."
      : "This is no licence key: it reads PB1.….…",
  );
}
