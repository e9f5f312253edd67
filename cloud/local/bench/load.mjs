import { randomBytes } from "node:crypto";
import autocannon from "autocannon";

/**
 * Load on a local cloud, in JSON on stdout: node load.mjs URL CONNECTIONS SECONDS < {token, customer_id, payment_id}
 * Every request of the sync load brings a hundred events that the cloud has not seen.
 */
const EVENTS = 100;

const [url, connections, seconds] = process.argv.slice(2);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { token, customer_id, payment_id } = JSON.parse(Buffer.concat(chunks).toString());
const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };

const load = { url, connections: Number(connections), duration: Number(seconds) };
const sync = await autocannon({
  ...load,
  requests: [{ method: "POST", path: "/api/sync", headers, setupRequest }],
});
const payment = await autocannon({ ...load, requests: [{ path: `/api/payments/${payment_id}`, headers }] });
console.log(JSON.stringify({ sync: told(sync), payment: told(payment) }));

function setupRequest(request) {
  const events = Array.from({ length: EVENTS }, () => ({ id: newId(), kind: "photo", body: newPhoto() }));
  return { ...request, body: JSON.stringify({ events }) };
}

function newPhoto() {
  const session_id = newId();
  const folder = `${customer_id}/photos/2026/07/30/${session_id}`;
  return {
    id: newId(),
    customer_id,
    r2_key: `${folder}/print.jpg`,
    shots: [`${folder}/shot-1.jpg`, `${folder}/shot-2.jpg`],
    print_status: "completed",
    created_at: "2026-07-30T10:00:00.000Z",
    session_id,
    code: randomBytes(16).toString("base64url"),
    version: 1,
  };
}

function newId() {
  const hex = randomBytes(16).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** What was not answered 2xx counts as failed. */
function told({ requests, latency, errors, timeouts, non2xx }) {
  return {
    per_second: requests.average,
    p50_ms: latency.p50,
    p99_ms: latency.p99,
    answered: requests.total,
    failed: errors + timeouts + non2xx,
  };
}
