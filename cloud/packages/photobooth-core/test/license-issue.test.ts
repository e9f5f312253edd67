import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkLicense } from "../src/license.ts";
import { licenseIn, newFile, publicKeyIn, run, today } from "./license-commands.ts";

const inAYear = new Date(Date.now() + 365 * 24 * 3600 * 1000).toISOString().slice(0, 10);

async function issued(file: string, ...args: string[]) {
  const { stdout } = await run("issue-license", "--keys", file, ...args);
  return await checkLicense(stdout.trim(), publicKeyIn(file), new Date());
}

test("a licence alone is on stdout, and its id and the public key on stderr", async () => {
  const file = newFile();
  const { code, stdout, stderr } = await run("issue-license", "--keys", file, "--type", "pro");
  const check = await checkLicense(stdout.slice(0, -1), publicKeyIn(file), new Date());
  expect(check).toMatchObject({ valid: true, license: { type: "pro", issued: today, expires: inAYear } });
  expect(code).toBe(0);
  expect(stderr).toContain(check.valid && check.license.id);
  expect(stderr).toContain(`LICENSE_PUBLIC_KEY = "${publicKeyIn(file)}"`);
  expect(stderr).not.toContain(JSON.parse(readFileSync(file, "utf8")).private_key);
});

test("a licence ends on the day, or after the days, that were asked for", async () => {
  const file = newFile();
  expect(await issued(file, "--expires", "2099-12-31")).toMatchObject({ license: { expires: "2099-12-31" } });
  expect(await issued(file, "--expires", today)).toMatchObject({ valid: true, license: { expires: today } });
  expect(await issued(file, "--days", "365")).toMatchObject({ license: { expires: inAYear } });
});

test("new keys are their owner's alone, and kept from then on", async () => {
  const file = newFile();
  await licenseIn(file);
  const keys = readFileSync(file, "utf8");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, ".."))).toEqual(["keys.json"]);
  await licenseIn(file);
  expect(readFileSync(file, "utf8")).toBe(keys);
});

test("commands that make the keys at the same time agree on them", async () => {
  const file = newFile();
  const keys = await Promise.all(Array.from({ length: 4 }, () => run("show-public-key", "--keys", file)));
  expect(new Set(keys.map(({ stdout }) => stdout))).toEqual(new Set([`${publicKeyIn(file)}\n`]));
  expect(readdirSync(join(file, ".."))).toEqual(["keys.json"]);
});

test("keys that others may read are not used", async () => {
  const file = newFile();
  await licenseIn(file);
  chmodSync(file, 0o644);
  const { code, stdout, stderr } = await run("issue-license", "--keys", file);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(`chmod 600 ${file}`);
});

test.each([
  ["nothing", () => ""],
  ["no JSON", () => "{"],
  ["another thing", () => "[]"],
  ["half of the keys", (keys: string) => JSON.stringify({ public_key: JSON.parse(keys).public_key })],
  ["a private key cut short", (keys: string) => keys.replace(/"private_key": "...../, '"private_key": "')],
  [
    "a public key of another pair",
    (keys: string) => keys.replace(/"public_key": ".{8}/, '"public_key": "AAAAAAAA'),
  ],
])("a file with %s is refused in plain words, and left as it is", async (_, damaged) => {
  const file = newFile();
  await licenseIn(file);
  const text = damaged(readFileSync(file, "utf8"));
  writeFileSync(file, text);
  const { code, stdout, stderr } = await run("issue-license", "--keys", file);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toBe(`${file} is no file of licence keys, or it is damaged. Nothing was changed.\n`);
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("a folder that there is not is named", async () => {
  const file = join(newFile(), "keys.json");
  const { code, stderr } = await run("issue-license", "--keys", file);
  expect(code).toBe(1);
  expect(stderr).toBe(`${file} cannot be written: there is no such file or folder\n`);
});

test.each([
  [[], "--keys is missing"],
  [["--type", "gold"], "--type is starter, pro or enterprise, not gold"],
  [["--days", "0"], "--days is a number"],
  [["--days", "1.5"], "--days is a number"],
  [["--expires", "2026-02-30"], "--expires is a day"],
  [["--expires", "2020-01-01"], "has passed"],
  [["--days", "3", "--expires", "2099-01-01"], "not both"],
  [["--tpye", "pro"], "--tpye"],
])("wrong use %j makes no keys, and is told with the usage", async (args, said) => {
  const file = newFile();
  const { code, stdout, stderr } = await run("issue-license", ...(args[0] ? ["--keys", file] : []), ...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(said);
  expect(stderr).toContain("usage: npm run license:issue");
  expect(readdirSync(join(file, ".."))).toEqual([]);
});
