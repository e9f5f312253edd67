import { Failure } from "./command.ts";

const TIMEOUT_MS = 10_000;

/** Tells the cloud; what came of it, in words. It may be told again. */
export async function postRevocation(revocation: string, api: string): Promise<string> {
  const response = await post(new URL("/api/licenses/revocations", api), { revocation });
  switch (response.status) {
    case 201:
      return "The cloud has recorded it.";
    case 200:
      return "The cloud had a revocation of this licence before; that one stands.";
    default:
      throw new Failure(`The cloud answered ${response.status}: ${await detailOf(response)}`);
  }
}

async function post(url: URL, body: object): Promise<Response> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Failure(`The cloud at ${url.origin} does not answer: ${cause}`);
  }
}

async function detailOf(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => undefined);
  const detail = typeof problem === "object" && problem !== null && "detail" in problem && problem.detail;
  return typeof detail === "string" ? detail : response.statusText;
}
