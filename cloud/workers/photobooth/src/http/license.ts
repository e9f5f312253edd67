import { createDb } from "@repo/db-schema";
import { checkLicense, type License, RevokedLicenseRepository, readRevocation } from "@repo/photobooth-core";
import type { Context } from "hono";
import type { AppEnv } from "../env.ts";
import { Problem } from "./problem.ts";

/** What became of a licence that we signed. `revocation` is the signed text. */
export type LicenseStanding = { license: License } & (
  | { status: "valid" | "expired"; revocation: null }
  | { status: "revoked"; revocation: string }
);

/** 401 for a call that comes with a licence key in place of a token, 403 for one that a booth makes. */
type RefusalStatus = 401 | 403;

/** Why a licence was revoked is the operator's own words, perhaps about a person. */
class LicenseRefusal extends Problem {
  override get logged(): string {
    return `The licence is ${this.members.reason}.`;
  }
}

/** For who comes with a licence key in place of a token. */
export async function requireLicense(c: Context<AppEnv>, licenseKey: string): Promise<License> {
  return await requireValid(c, licenseKey, 401);
}

/** Asked before money is taken, and never about a sale that has been made. */
export async function requireSellingLicense(c: Context<AppEnv>): Promise<void> {
  await requireValid(c, c.var.booth.license_key, 403);
}

export async function standingOf(
  c: Context<AppEnv>,
  licenseKey: string,
  refusal: RefusalStatus,
): Promise<LicenseStanding> {
  const check = await checkLicense(licenseKey, c.env.LICENSE_PUBLIC_KEY, new Date());
  if (!check.valid && check.reason !== "expired")
    throw new Problem(refusal, `The licence key is ${check.reason}.`, { reason: check.reason });

  const { license } = check;
  const kept = await new RevokedLicenseRepository(createDb(c.env.DB)).find(license.id);
  if (kept) return { status: "revoked", license, revocation: kept.revocation };
  return { status: check.valid ? "valid" : "expired", license, revocation: null };
}

async function requireValid(c: Context<AppEnv>, key: string, refusal: RefusalStatus): Promise<License> {
  const standing = await standingOf(c, key, refusal);
  if (standing.status === "valid") return standing.license;
  throw new LicenseRefusal(refusal, await toldOf(standing, c.env.LICENSE_PUBLIC_KEY), {
    reason: standing.status,
  });
}

async function toldOf(standing: LicenseStanding, publicKey: string): Promise<string> {
  if (standing.status !== "revoked") return `This licence expired on ${standing.license.expires}.`;
  const reading = await readRevocation(standing.revocation, publicKey);
  if (!reading.valid) return "This licence was revoked.";
  const { revoked, reason } = reading.revocation;
  return `This licence was revoked on ${revoked}: ${reason}`;
}
