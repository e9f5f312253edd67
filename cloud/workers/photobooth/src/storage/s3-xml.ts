import { z } from "@hono/zod-openapi";
import { XMLBuilder, XMLParser } from "fast-xml-parser";

export interface StoredObject {
  key: string;
  modifiedAt: Date;
}

/** A page of a listing, in the order of the keys. */
export interface Listing {
  objects: StoredObject[];
  isTruncated: boolean;
}

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === "Contents" || name === "Error",
});
const builder = new XMLBuilder();

const ListingAnswer = z.object({
  ListBucketResult: z.object({
    IsTruncated: z.enum(["true", "false"]),
    EncodingType: z.literal("url"),
    Contents: z.array(z.object({ Key: z.string(), LastModified: z.iso.datetime() })).default([]),
  }),
});

const DeletionAnswer = z.object({
  // An element without content is read as text.
  DeleteResult: z.preprocess(
    (value) => (typeof value === "string" ? {} : value),
    z.object({ Error: z.array(z.object({ Key: z.string() })).default([]) }),
  ),
});

/** Throws on anything that is not a listing whose keys are encoded, as was asked for. */
export function readListing(xml: string): Listing {
  const { IsTruncated, Contents } = ListingAnswer.parse(parser.parse(xml)).ListBucketResult;
  return {
    objects: Contents.map(({ Key, LastModified }) => ({
      key: decodeURIComponent(Key.replaceAll("+", " ")),
      modifiedAt: new Date(LastModified),
    })),
    isTruncated: IsTruncated === "true",
  };
}

/** The keys that were not deleted. */
export function readRefusals(xml: string): string[] {
  return DeletionAnswer.parse(parser.parse(xml)).DeleteResult.Error.map(({ Key }) => Key);
}

/** `Quiet` leaves out of the answer what went well. */
export function writeDeletion(keys: string[]): string {
  return builder.build({ Delete: { Quiet: true, Object: keys.map((Key) => ({ Key })) } });
}
