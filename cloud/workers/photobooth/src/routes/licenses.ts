import { createRoute } from "@hono/zod-openapi";
import { createDb } from "@repo/db-schema";
import { RevokedLicenseRepository, readRevocation } from "@repo/photobooth-core";
import { standingOf } from "../http/license.ts";
import { Problem } from "../http/problem.ts";
import { limitAddress } from "../http/rate-limit.ts";
import { createRouter, forBooths } from "../http/router.ts";
import { LicenseProblem, LicenseStanding, RecordedRevocation, SignedRevocation } from "../schemas/license.ts";
import { BODY, BOOTH, json, jsonBody, problem, problems } from "../schemas/responses.ts";

const revoke = createRoute({
  method: "post",
  path: "/revocations",
  operationId: "revokeLicense",
  tags: ["Setting up"],
  summary: "Take a licence back",
  description:
    "Needs no token: the signature is the authority. A revoked licence sets up no booth and sells no more by QRIS; what was sold is taken care of as before.",
  middleware: limitAddress("set-up"),
  request: { body: jsonBody(SignedRevocation) },
  responses: {
    200: json(RecordedRevocation, "Revoked before; the first revocation stands."),
    201: json(RecordedRevocation, "Revoked."),
    ...problems(...BODY, 429),
    401: problem("The revocation is forged or malformed.", { schema: LicenseProblem }),
  },
});

const show = createRoute({
  method: "get",
  path: "/",
  operationId: "showLicense",
  tags: ["Setting up"],
  summary: "How the booth's licence stands",
  ...forBooths,
  responses: {
    200: json(LicenseStanding, "The licence. Whether it was revoked, the booth can check for itself."),
    ...problems(...BOOTH),
    403: problem("The licence was signed with another key.", { schema: LicenseProblem }),
  },
});

export const licenses = createRouter().openapi(revoke, async (c) => {
  const { revocation } = c.req.valid("json");
  const sent = await readVerified(revocation, c.env.LICENSE_PUBLIC_KEY);
  const { isNew, kept } = await new RevokedLicenseRepository(createDb(c.env.DB)).keep({
    license_id: sent.id,
    revocation,
    revoked_at: new Date().toISOString(),
  });
  const { id, reason, revoked } = isNew
    ? sent
    : await readVerified(kept.revocation, c.env.LICENSE_PUBLIC_KEY);
  return c.json({ license_id: id, reason, revoked, revocation: kept.revocation }, isNew ? 201 : 200);
});

export const license = createRouter().openapi(show, async (c) => {
  const { license, status, revocation } = await standingOf(c, c.var.booth.license_key, 403);
  return c.json({ type: license.type, expires: license.expires, status, revocation }, 200);
});

async function readVerified(statement: string, publicKey: string) {
  const reading = await readRevocation(statement, publicKey);
  if (!reading.valid)
    throw new Problem(401, `The revocation is ${reading.reason}.`, { reason: reading.reason });
  return reading.revocation;
}
