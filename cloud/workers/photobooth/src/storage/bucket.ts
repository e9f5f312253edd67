import { AwsClient } from "aws4fetch";
import type { Env } from "../env.ts";
import { s3Endpoint } from "./s3-endpoint.ts";

const LIFETIME_SECONDS = 3600;
const HEAD_TIMEOUT_MS = 3000;

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
    const signal = AbortSignal.timeout(HEAD_TIMEOUT_MS);
    const { ok, status } = await this.#client.fetch(this.#urlOf(key), { method: "HEAD", signal });
    if (!ok && status !== 404) throw new Error(`Storage answered ${status}.`);
    return ok;
  }

  async linkTo(key: string, downloadAs?: string): Promise<string> {
    const url = this.#urlOf(key);
    url.searchParams.set("X-Amz-Expires", String(LIFETIME_SECONDS));
    if (downloadAs)
      url.searchParams.set("response-content-disposition", `attachment; filename="${downloadAs}"`);
    return (await this.#client.sign(url, { aws: { signQuery: true } })).url;
  }

  #urlOf(key: string): URL {
    return new URL(`${this.#root}/${key.split("/").map(encodeURIComponent).join("/")}`);
  }
}
