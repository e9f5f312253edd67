import { expect, test } from "vitest";
import { checkLicense, issueLicense, type License } from "../src/license.ts";
import { newLicenseKeys, readPrivateKey } from "../src/license-keys.ts";
import { signText } from "../src/license-signature.ts";

const keys = await newLicenseKeys();
const privateKey = await readPrivateKey(keys.private_key);
const license: License = { id: "l1", type: "pro", issued: "2026-01-01", expires: "2026-12-31" };
const issued = await issueLicense(license, privateKey);
const check = (key: string, at = "2026-06-01T00:00:00Z") => checkLicense(key, keys.public_key, new Date(at));

test("a licence says what it was issued with, through its last day", async () => {
  expect(await check(issued)).toEqual({ valid: true, license });
  expect(await check(issued, "2026-12-31T23:59:59Z")).toEqual({ valid: true, license });
});

test("a licence expires", async () => {
  expect(await check(issued, "2027-01-01T00:00:00Z")).toEqual({ valid: false, reason: "expired", license });
});

test("a licence signed by another key is forged", async () => {
  const { private_key } = await newLicenseKeys();
  const forged = await issueLicense(license, await readPrivateKey(private_key));
  expect(await check(forged)).toEqual({ valid: false, reason: "forged" });
});

test("a payload under another one's signature is forged", async () => {
  const other = await issueLicense({ ...license, type: "starter" }, privateKey);
  const mixed = [...issued.split(".").slice(0, 2), other.split(".")[2]].join(".");
  expect(await check(mixed)).toEqual({ valid: false, reason: "forged" });
});

test("no other text stands for the same licence", async () => {
  // The last letter of 64 bytes carries two bits; these others differ from it in the four that carry none.
  const others = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"]
    .map((letter) => issued.replace(/.$/, letter))
    .filter((text) => text !== issued);
  for (const text of others) expect(await check(text)).toEqual({ valid: false, reason: "forged" });
});

test.each(["", "PB1", "PB1.e30.AA", "PB2.a.b", "PB1.%%.AA", `${issued}.x`, issued.replace("PB1", "PB2")])(
  "%j is malformed",
  async (key) => {
    expect(await check(key)).toEqual({ valid: false, reason: "malformed" });
  },
);

test.each([
  { id: "" },
  { id: "x".repeat(201) },
  { id: "two\nlines" },
  { type: "gold" },
  { issued: "2026-02-30" },
  { expires: "2026-13-01" },
  { expires: "9" },
  { expires: undefined },
])("a signed licence with %j is malformed", async (field) => {
  expect(await check(await signText("PB1", { ...license, ...field }, privateKey))).toEqual({
    valid: false,
    reason: "malformed",
  });
});
