import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Env } from "../src/env.ts";
import worker from "../src/index.ts";
import { type Answer, NOW, send, TestBooth } from "./booth.ts";

const DAY_MS = 24 * 3600 * 1000;

export async function open(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return await send("GET", `/p/${path}`, undefined, { "accept-language": "id", ...headers });
}

/** The page as the Worker answers it when something that it is bound to is another thing. */
export async function openWith(
  bindings: Partial<Env>,
  code: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = new Request<unknown, IncomingRequestCfProperties>(`https://cloud.test/p/${code}`, {
    headers,
  });
  return await worker.fetch(request, { ...env, ...bindings }, createExecutionContext());
}

/** A stand-in for D1 when it is down. */
export const databaseThatIsDown = {
  prepare() {
    throw new Error("D1 is down");
  },
} as unknown as D1Database;

export async function logPhoto({ daysAgo = 0, shots = 1, isUploaded = true } = {}) {
  const booth = await TestBooth.register();
  const created_at = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
  const photo = booth.photo({ created_at, uploaded_at: isUploaded ? created_at : null });
  const folder = photo.r2_key.slice(0, photo.r2_key.lastIndexOf("/"));
  const shotKeys = Array.from({ length: shots }, (_, index) => `${folder}/shot-${index + 1}.jpg`);
  await booth.post("/api/photos", { ...photo, shots: shotKeys });
  const { id, code, r2_key } = photo;
  return { id, code, r2_key, shotKeys, created_at, customer_id: booth.customerId };
}

export async function upload(...keys: string[]): Promise<void> {
  for (const key of keys) await fetch(`https://s3.test/photobooth/${key}`, { method: "PUT", body: "jpeg" });
}

/** A photo whose print is uploaded and whose booth has told of its films; their keys as well. */
export async function logPhotoWithFilms({ shots = 1 } = {}) {
  const booth = await TestBooth.register();
  const photo = booth.photo({ uploaded_at: NOW, created_at: new Date().toISOString() });
  const folder = photo.r2_key.slice(0, photo.r2_key.lastIndexOf("/"));
  const [boomerang, timelapse] = [`${folder}/boomerang.mp4`, `${folder}/timelapse.mp4`];
  const shotKeys = Array.from({ length: shots }, (_, index) => `${folder}/shot-${index + 1}.jpg`);
  await booth.post("/api/photos", { ...photo, shots: shotKeys, films: [boomerang, timelapse] });
  await upload(photo.r2_key, ...shotKeys);
  return { id: photo.id, code: photo.code, boomerang, timelapse, shotKeys };
}

export async function uploadFilm(key: string, type = "video/mp4", bytes = 1000): Promise<void> {
  const headers = { "content-type": type };
  await fetch(`https://s3.test/photobooth/${key}`, { method: "PUT", body: "f".repeat(bytes), headers });
}

/** The addresses in the page that lead to storage. */
export function linksIn(body: string, attribute: "src" | "href" | "poster"): URL[] {
  const matches = body.matchAll(new RegExp(`${attribute}="(https://s3\\.test[^"]+)"`, "g"));
  return [...matches].map(([, address = ""]) => new URL(address.replaceAll("&amp;", "&")));
}
