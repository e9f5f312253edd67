import { AwsClient } from "aws4fetch";
import type { Env } from "../env.ts";
import { s3Endpoint } from "./s3-endpoint.ts";
import { type Listing, readListing, readRefusals, writeDeletion } from "./s3-xml.ts";

const LIFETIME_SECONDS = 3600;
const HEAD_TIMEOUT_MS = 3000;
const WORK_TIMEOUT_MS = 30_000;
/** S3's own limit. */
const KEYS_A_DELETION = 1000;

/** Its name says the status, because logs tell names and no messages. */
export class StorageError extends Error {
  constructor(status: number) {
    super(`Storage answered ${status}.`);
    this.name = `StorageError${status}`;
  }
}

export interface Description {
  type: string;
  bytes: number;
}

/** The pictures, through the S3 endpoint by which booths put them there. */
export class Bucket {
  readonly #client: AwsClient;
  readonly #root: string;

  constructor(env: Env) {
    this.#client = new AwsClient({
      accessKeyId: env.S3_ACCESS_KEY_ID,
      secretAccessKey: env.S3_SECRET_ACCESS_KEY,
      region: env.S3_REGION,
      service: "s3",
      retries: 0,
    });
    this.#root = `${s3Endpoint(env)}/${env.S3_BUCKET}`;
  }

  /** Throws when storage gives neither a yes nor a no. */
  async has(key: string): Promise<boolean> {
    return (await this.describe(key)) !== undefined;
  }

  /** What lies under `key`; undefined where nothing does. Throws when storage gives neither answer. */
  async describe(key: string): Promise<Description | undefined> {
    const signal = AbortSignal.timeout(HEAD_TIMEOUT_MS);
    const { ok, status, headers } = await this.#client.fetch(this.#urlOf(key), { method: "HEAD", signal });
    if (!ok && status !== 404) throw new StorageError(status);
    if (!ok) return undefined;
    return { type: headers.get("content-type") ?? "", bytes: Number(headers.get("content-length") ?? 0) };
  }

  async linkTo(key: string, downloadAs?: string): Promise<string> {
    const url = this.#urlOf(key);
    url.searchParams.set("X-Amz-Expires", String(LIFETIME_SECONDS));
    if (downloadAs)
      url.searchParams.set("response-content-disposition", `attachment; filename="${downloadAs}"`);
    return (await this.#client.sign(url, { aws: { signQuery: true } })).url;
  }

  /** Up to `limit` objects whose keys start with `prefix` and come after the key `after`. */
  async list(prefix: string, after: string, limit: number): Promise<Listing> {
    const query = { "list-type": "2", "encoding-type": "url", "max-keys": String(limit) };
    const url = new URL(`${this.#root}?${new URLSearchParams({ ...query, prefix, "start-after": after })}`);
    return readListing(await this.#work(url, { method: "GET" }));
  }

  /** The keys that storage did not delete. A key under which there is nothing counts as deleted. */
  async delete(keys: string[]): Promise<Set<string>> {
    const refused: string[] = [];
    for (let from = 0; from < keys.length; from += KEYS_A_DELETION) {
      const body = writeDeletion(keys.slice(from, from + KEYS_A_DELETION));
      const headers = { "content-type": "application/xml", "content-md5": await md5(body) };
      const url = new URL(`${this.#root}?delete=`);
      refused.push(...readRefusals(await this.#work(url, { method: "POST", body, headers })));
    }
    return new Set(refused);
  }

  async #work(url: URL, init: RequestInit): Promise<string> {
    const signal = AbortSignal.timeout(WORK_TIMEOUT_MS);
    const response = await this.#client.fetch(url, { ...init, signal });
    if (!response.ok) throw new StorageError(response.status);
    return await response.text();
  }

  #urlOf(key: string): URL {
    return new URL(`${this.#root}/${key.split("/").map(encodeURIComponent).join("/")}`);
  }
}

/** S3 asks for it with a deletion, so that no key is misread. */
async function md5(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("MD5", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
