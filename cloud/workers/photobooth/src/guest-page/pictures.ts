import type { Photo } from "@repo/db-schema";
import { AwsClient } from "aws4fetch";
import type { Env } from "../env.ts";

/** Addresses that work for an hour and for nobody who was not given them. */
export interface GuestPictures {
  print: string;
  printDownload: string;
  shots: string[];
}

const LIFETIME_SECONDS = 3600;
const HEAD_TIMEOUT_MS = 3000;

/** Undefined while the print has not been uploaded. Shots that are not there yet are left out. */
export async function findGuestPictures(photo: Photo, env: Env): Promise<GuestPictures | undefined> {
  const bucket = new Bucket(env);
  const [printIsThere, ...shotsAreThere] = await Promise.all(
    [photo.r2_key, ...photo.shots].map((key) => bucket.has(key)),
  );
  if (!printIsThere) return undefined;

  const shots = photo.shots.filter((_, index) => shotsAreThere[index]);
  return {
    print: await bucket.linkTo(photo.r2_key),
    printDownload: await bucket.linkTo(photo.r2_key, "photobooth.jpg"),
    shots: await Promise.all(shots.map((key) => bucket.linkTo(key))),
  };
}

class Bucket {
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
    this.#root = `${env.S3_ENDPOINT}/${env.S3_BUCKET}`;
  }

  /** Storage that does not answer looks the same to a guest as a picture that has not arrived. */
  async has(key: string): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(HEAD_TIMEOUT_MS);
      return (await this.#client.fetch(this.#urlOf(key), { method: "HEAD", signal })).ok;
    } catch {
      return false;
    }
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
