import { checkLicense, type License } from "@repo/photobooth-core";
import type { Context } from "hono";
import type { AppEnv } from "../env.ts";
import { Problem } from "./problem.ts";

export async function requireLicense(c: Context<AppEnv>, licenseKey: string): Promise<License> {
  const check = await checkLicense(licenseKey, c.env.LICENSE_PUBLIC_KEY, new Date());
  if (!check.valid) throw new Problem(401, `The licence key is ${check.reason}.`, { reason: check.reason });
  return check.license;
}
