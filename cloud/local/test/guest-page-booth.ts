import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AwsClient } from "aws4fetch";
import type { RunningCloud } from "./running-cloud.ts";

const DAY_MS = 24 * 3600 * 1000;

export const PRINT = readPicture("print");
export const SHOT = readPicture("shot");
/** As a booth makes them, of 320 pixels. */
const FILM = readFile("guest-page-film.mp4");

export interface LoggedPhoto {
  /** The guest's page. */
  address: string;
  printKey: string;
  shotKeys: string[];
  filmKeys: string[];
}

/** A booth of the local cloud that logs photos and puts their pictures where a real one does. */
export class GuestPageBooth {
  readonly #cloud: RunningCloud["ready"];
  readonly #customerId: string;
  readonly #token: string;
  readonly #s3: AwsClient;

  private constructor(cloud: RunningCloud["ready"], customerId: string, token: string) {
    this.#cloud = cloud;
    this.#customerId = customerId;
    this.#token = token;
    const { access_key_id, secret_access_key } = cloud.s3;
    this.#s3 = new AwsClient({
      accessKeyId: access_key_id,
      secretAccessKey: secret_access_key,
      service: "s3",
      region: "auto",
    });
  }

  static async register(cloud: RunningCloud["ready"]): Promise<GuestPageBooth> {
    const { license_key } = cloud;
    const owner = { id: newId(), name: "Studio Senja", email: `${newCode()}@example.com`, license_key };
    const customer = await post(cloud.api, "/api/customers", owner);
    const booth = await post(cloud.api, "/api/booths", { id: newId(), name: "Front", license_key });
    return new GuestPageBooth(cloud, String(customer.id), String(booth.token));
  }

  async logPhoto({ shots = 3, daysAgo = 0, isPaid = false, hasFilms = false } = {}): Promise<LoggedPhoto> {
    const [sessionId, code] = [newId(), newCode()];
    const created_at = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
    const folder = `${this.#customerId}/photos/${created_at.slice(0, 10).replaceAll("-", "/")}/${sessionId}`;
    const printKey = `${folder}/print.jpg`;
    const shotKeys = Array.from({ length: shots }, (_, index) => `${folder}/shot-${index + 1}.jpg`);
    const filmKeys = hasFilms ? [`${folder}/boomerang.mp4`, `${folder}/timelapse.mp4`] : [];
    const photo = {
      id: newId(),
      customer_id: this.#customerId,
      session_id: sessionId,
      version: 1,
      code,
      created_at,
      uploaded_at: created_at,
    };
    await post(
      this.#cloud.api,
      "/api/photos",
      { ...photo, print_status: "completed", r2_key: printKey, shots: shotKeys, films: filmKeys },
      this.#token,
    );
    if (isPaid) await this.#pay(sessionId, created_at);
    return { address: this.addressOf(code), printKey, shotKeys, filmKeys };
  }

  async #pay(session_id: string, created_at: string): Promise<void> {
    const sale = { customer_id: this.#customerId, session_id, created_at };
    const ways = [
      { method: "voucher", voucher: randomBytes(6).toString("hex").toUpperCase(), amount: 10_000 },
      { method: "cash", amount: 25_000 },
    ];
    for (const way of ways)
      await post(this.#cloud.api, "/api/payments", { id: newId(), ...sale, ...way }, this.#token);
  }

  async uploadAll({ printKey, shotKeys }: LoggedPhoto): Promise<void> {
    await Promise.all([this.upload(printKey, PRINT), ...shotKeys.map((key) => this.upload(key, SHOT))]);
  }

  async uploadFilm(key: string): Promise<void> {
    await this.upload(key, FILM, "video/mp4");
  }

  async upload(key: string, picture: Uint8Array<ArrayBuffer>, type = "image/jpeg"): Promise<void> {
    const { endpoint, bucket } = this.#cloud.s3;
    const headers = { "content-type": type };
    const answer = await this.#s3.fetch(`${endpoint}/${bucket}/${key}`, {
      method: "PUT",
      headers,
      body: picture,
    });
    if (!answer.ok) throw new Error(`S3 answered ${answer.status} to an upload`);
  }

  addressOf(code: string): string {
    return `${this.#cloud.api}/p/${code}`;
  }

  newCode(): string {
    return newCode();
  }
}

async function post(
  api: string,
  path: string,
  body: object,
  token?: string,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${api}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

function readPicture(name: string): Uint8Array<ArrayBuffer> {
  return readFile(`guest-page-${name}.jpg`);
}

function readFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(name, import.meta.url))));
}

function newId(): string {
  return randomUUID().replace(/^(.{14})./, "$17");
}

function newCode(): string {
  return randomBytes(16).toString("base64url");
}
