import { XMLBuilder, XMLParser } from "fast-xml-parser";

/** Small, so that a listing has pages. */
const KEYS_A_PAGE = 3;

const parser = new XMLParser({ isArray: (name) => name === "Object" });
const builder = new XMLBuilder();

/** A stand-in for S3 that checks no signature: it keeps keys, when they were put there, and of what type and size. */
export class S3StandIn {
  readonly #modified = new Map<string, string>();
  readonly #described = new Map<string, Record<string, string>>();

  /** A PUT with the header `last-modified` was long ago. A key with `locked` in it is not deleted. */
  answer(request: Request, body: string): Response {
    const { pathname, searchParams } = new URL(request.url);
    const key = decodeURIComponent(pathname.split("/").slice(2).join("/"));
    if (request.method === "PUT") {
      this.#modified.set(key, request.headers.get("last-modified") ?? new Date().toISOString());
      const type = request.headers.get("content-type") ?? "";
      this.#described.set(key, { "content-type": type, "content-length": String(body.length) });
    }
    if (request.method === "POST") return this.#delete(body);
    if (searchParams.has("list-type")) return this.#list(searchParams);
    if (!this.#modified.has(key)) return new Response(null, { status: 404 });
    return new Response(null, { headers: this.#described.get(key) ?? {} });
  }

  #delete(body: string): Response {
    const keys: string[] = parser.parse(body).Delete.Object.map(({ Key }: { Key: string }) => Key);
    const refused = keys.filter((key) => key.includes("locked"));
    for (const key of keys) if (!refused.includes(key)) this.#modified.delete(key);
    const errors = refused.map((Key) => ({ Key, Code: "AccessDenied" }));
    return new Response(builder.build({ DeleteResult: { Error: errors } }));
  }

  #list(query: URLSearchParams): Response {
    const [prefix, after] = [query.get("prefix") ?? "", query.get("start-after") ?? ""];
    const keys = [...this.#modified.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const Contents = keys.slice(0, KEYS_A_PAGE).map((key) => ({
      Key: encodeURIComponent(key).replaceAll("%20", "+"),
      LastModified: this.#modified.get(key),
    }));
    const IsTruncated = keys.length > KEYS_A_PAGE;
    return new Response(builder.build({ ListBucketResult: { IsTruncated, EncodingType: "url", Contents } }));
  }
}
