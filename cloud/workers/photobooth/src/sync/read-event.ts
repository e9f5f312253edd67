import {
  type AuthenticatedBooth,
  type BoothEvent,
  platformFee,
  type UnreadableEvent,
} from "@repo/photobooth-core";
import type { Env } from "../env.ts";
import { ReportedPayment } from "../schemas/payment.ts";
import { NewPhoto } from "../schemas/photo.ts";
import { NewPrinter } from "../schemas/printer.ts";
import type { SentEvent } from "../schemas/sync.ts";

type Rates = Env["PLATFORM_FEE_BPS"];

/** An event of the booth's own customer, or the reason why it is none. */
export function readEvent(
  sent: SentEvent,
  booth: AuthenticatedBooth,
  rates: Rates,
): BoothEvent | UnreadableEvent {
  const reading = parse(sent, rates[booth.license_type]);
  if (!reading.success) return { id: sent.id, kind: "unreadable", reason: describe(reading.error.issues) };
  if (reading.data.body.customer_id !== booth.customer_id)
    return { id: sent.id, kind: "unreadable", reason: "customer_id: another customer's" };
  return reading.data;
}

function parse({ id, kind, body }: SentEvent, rate: number) {
  switch (kind) {
    case "photo":
      return NewPhoto.transform((photo) => ({ id, kind, body: photo })).safeParse(body);
    case "printer":
      return NewPrinter.transform((printer) => ({ id, kind, body: printer })).safeParse(body);
    case "payment":
      return ReportedPayment.transform((payment) => ({
        id,
        kind,
        body: { ...payment, platform_fee: platformFee(payment.amount, rate) },
      })).safeParse(body);
  }
}

function describe(issues: { path: PropertyKey[]; message: string }[]): string {
  return issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
}
