import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createStandIn } from "../../../local/xendit-stand-in/app.ts";
import { Desk } from "../../../local/xendit-stand-in/desk.ts";
import { FaultBook } from "../../../local/xendit-stand-in/faults/fault-book.ts";
import { Store } from "../../../local/xendit-stand-in/store.ts";
import { standInForCloudflare } from "./cloudflare-account-stand-in.ts";
import { SHOT_OF_AN_OUTAGE } from "./guest-page-outage.ts";
import { S3StandIn } from "./s3-stand-in.ts";

/** What the Worker reaches in tests: the Xendit stand-in without its clock and webhooks, and one for S3. */
export function createOutsideWorld(xenditSecretKey: string): (request: Request) => Promise<Response> {
  const store = new Store(mkdtempSync(join(tmpdir(), "xendit-stand-in-")));
  const desk = new Desk(store, () => undefined);
  const xendit = createStandIn({ store, desk, faults: new FaultBook(), secretKey: xenditSecretKey });
  const s3 = new S3StandIn();

  return async (request) => {
    const { host, pathname, search } = new URL(request.url);
    const body = request.method === "POST" || request.method === "PUT" ? await request.text() : undefined;
    if (host === "s3-down.test" || pathname.endsWith(SHOT_OF_AN_OUTAGE))
      return new Response(null, { status: 503 });
    if (host === "s3.test") return s3.answer(request, body ?? "");
    if (host === "cloudflare.test") return await standInForCloudflare(request, body);
    if (pathname === "/settle-refunds") for (const request of store.refunding()) desk.settleRefund(request);
    return await xendit.request(pathname + search, {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      ...(body !== undefined && { body }),
    });
  };
}
