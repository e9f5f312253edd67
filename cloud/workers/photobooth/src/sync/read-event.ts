import type { z } from "@hono/zod-openapi";
import {
  type AuthenticatedBooth,
  type BoothEvent,
  platformFee,
  type UnreadableEvent,
} from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { ReportedPayment } from "../schemas/payment.ts";
import { NewPhoto } from "../schemas/photo.ts";
import { NewPrice } from "../schemas/price.ts";
import { NewPrinter } from "../schemas/printer.ts";
import type { SentEvent } from "../schemas/sync.ts";

type Rates = Env["PLATFORM_FEE_BPS"];

/** An event of the booth's own customer, or the reason why it is none. */
export function readEvent(
  sent: SentEvent,
  booth: AuthenticatedBooth,
  rates: Rates,
): BoothEvent | UnreadableEvent {
  const event = parse(sent, booth, rates[booth.license_type]);
  if (event.kind === "unreadable" || event.body.customer_id === booth.customer_id) return event;
  return { id: sent.id, kind: "unreadable", reason: "customer_id: another customer's" };
}

function parse(
  { id, kind, body }: SentEvent,
  booth: AuthenticatedBooth,
  rate: number,
): BoothEvent | UnreadableEvent {
  switch (kind) {
    case "photo":
      return read(id, NewPhoto.safeParse(body), (photo) => ({ id, kind, body: photo }));
    case "printer":
      return read(id, NewPrinter.safeParse(body), (printer) => ({ id, kind, body: printer }));
    case "price":
      return read(id, NewPrice.safeParse(body), (price) => ({ id, kind, body: price }));
    case "payment":
      return read(id, ReportedPayment.safeParse(body), ({ currency: _, ...payment }) => ({
        id,
        kind,
        body: { ...payment, booth_id: booth.id, platform_fee: platformFee(payment.amount, rate) },
      }));
  }
}

function read<Body>(
  id: string,
  reading: z.ZodSafeParseResult<Body>,
  event: (body: Body) => BoothEvent,
): BoothEvent | UnreadableEvent {
  if (reading.success) return event(reading.data);
  return { id, kind: "unreadable", reason: describe(reading.error.issues) };
}

function describe(issues: { path: PropertyKey[]; message: string }[]): string {
  return issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
}
