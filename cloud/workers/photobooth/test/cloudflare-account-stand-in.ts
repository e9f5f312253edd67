/** A stand-in for the one call of Cloudflare's account API that the Worker makes. Some accounts have a fault by name. */
export async function standInForCloudflare(request: Request, body: string | undefined): Promise<Response> {
  const { pathname } = new URL(request.url);
  const account = /^\/client\/v4\/accounts\/([^/]+)\/r2\/temp-access-credentials$/.exec(pathname)?.[1];
  if (request.method !== "POST" || !account) return refusal(404, 7003, "Could not route");
  if (request.headers.get("authorization") !== "Bearer test-api-token")
    return refusal(403, 10000, "Authentication error");

  switch (account) {
    case "down":
      return new Response("<html>Bad gateway</html>", { status: 502 });
    case "busy":
      return new Response(null, { status: 429, headers: { "retry-after": "7" } });
    case "silent":
      return await new Promise(() => undefined);
    case "moved":
      return Response.redirect(request.url.replace("moved", "account"), 307);
    case "failing":
      return Response.json({ success: false, errors: [{ code: 10001 }], messages: [], result: keysFor({}) });
    case "half":
      return Response.json({
        success: true,
        errors: [],
        messages: [],
        result: { accessKeyId: "half-a-key" },
      });
    default:
      return issue(JSON.parse(body ?? "null"));
  }
}

function issue(wanted: Record<string, unknown>): Response {
  const { bucket, parentAccessKeyId, permission, prefixes, ttlSeconds, ...unknown } = wanted;
  const understood =
    Object.keys(unknown).length === 0 &&
    parentAccessKeyId === "test-access-key" &&
    permission === "object-read-write" &&
    Number.isInteger(ttlSeconds) &&
    Number(ttlSeconds) <= 604_800;
  if (!understood) return refusal(400, 10001, "Invalid request");

  const result = keysFor({ bucket, prefixes, ttlSeconds });
  return Response.json({ success: true, errors: [], messages: [], result });
}

function keysFor(scope: object) {
  return {
    accessKeyId: "temporary-key",
    secretAccessKey: "temporary-secret",
    sessionToken: btoa(JSON.stringify(scope)),
  };
}

function refusal(status: number, code: number, message: string): Response {
  return Response.json(
    { success: false, errors: [{ code, message }], messages: [], result: null },
    { status },
  );
}
