import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { checkLicense } from "../src/license.ts";
import { readRevocation } from "../src/license-revocation.ts";
import { licenseIn, newFile, publicKeyIn, run, today } from "./license-commands.ts";

test("a licence is revoked by its key, also after it has expired, or by its id", async () => {
  const file = newFile();
  const license = await licenseIn(file);
  const check = await checkLicense(license, publicKeyIn(file), new Date("2999-01-01"));
  const id = "license" in check ? check.license.id : "";
  for (const which of [
    ["--license", license],
    ["--id", id],
  ]) {
    const done = await run("revoke-license", "--keys", file, ...which, "--reason", "not paid");
    expect(await readRevocation(done.stdout.trim(), publicKeyIn(file))).toEqual({
      valid: true,
      revocation: { id, reason: "not paid", revoked: today },
    });
    expect(done.stderr).toContain(id);
  }
});

test("a licence of other keys cannot be revoked", async () => {
  const [file, other] = [newFile(), newFile()];
  await licenseIn(file);
  const license = await licenseIn(other);
  const done = await run("revoke-license", "--keys", file, "--license", license, "--reason", "x");
  expect(done).toMatchObject({ code: 1, stdout: "" });
  expect(done.stderr).toContain("did not sign this licence");
});

test("keys are not made to revoke with", async () => {
  const file = newFile();
  const done = await run("revoke-license", "--keys", file, "--id", "l1", "--reason", "x");
  expect(done).toMatchObject({ code: 1, stdout: "" });
  expect(done.stderr).toBe(`${file} cannot be read: there is no such file or folder\n`);
});

test.each([
  [["--reason", "x"], "--license or --id"],
  [["--id", "l1", "--license", "PB1.a.b", "--reason", "x"], "--license or --id"],
  [["--id", "l1"], "--reason is one line"],
  [["--id", "l1", "--reason", "two\nlines"], "--reason is one line"],
  [["--id", " ", "--reason", "x"], "--id is the licence's id"],
  [["--id", "l1", "--reason", "x", "--api", "cloud"], "--api is the cloud's address"],
])("wrong use of license:revoke %j is told", async (args, said) => {
  const file = newFile();
  await licenseIn(file);
  const { code, stdout, stderr } = await run("revoke-license", "--keys", file, ...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(said);
});

test("where the cloud refuses, the statement is there to be sent again, and the refusal is told", async () => {
  const file = newFile();
  await licenseIn(file);
  const cloud = createServer((_, response) => {
    response.writeHead(401, { "content-type": "application/problem+json" });
    response.end(JSON.stringify({ detail: "The revocation is forged." }));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => cloud.once("listening", resolve));
  const api = `http://127.0.0.1:${(cloud.address() as AddressInfo).port}`;
  const revoke = () => run("revoke-license", "--keys", file, "--id", "l1", "--reason", "x", "--api", api);

  const refused = await revoke();
  expect(refused.code).toBe(1);
  expect(refused.stdout).toMatch(/^PBR1\./);
  expect(refused.stderr).toContain("The cloud answered 401: The revocation is forged.");

  await new Promise((resolve) => cloud.close(resolve));
  const unheard = await revoke();
  expect(unheard.code).toBe(1);
  expect(unheard.stdout).toMatch(/^PBR1\./);
  expect(unheard.stderr).toContain(`The cloud at ${api} does not answer`);
});
