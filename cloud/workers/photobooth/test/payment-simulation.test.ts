import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import worker from "../src/index.ts";
import { newId, send, TestBooth } from "./booth.ts";
import { askXendit, putFaults } from "./xendit.ts";

async function openPayment(fields: Record<string, unknown> = {}) {
  const booth = await TestBooth.register();
  const { body } = await booth.post("/api/payments", booth.payment(fields));
  return { booth, payment: body, path: `/api/payments/${body.id}` };
}

async function askLiveWorker(path: string): Promise<{ status: number; detail: string }> {
  const request = new Request(`https://cloud.test${path}`, { method: "POST" });
  const live = { ...env, XENDIT_SECRET_KEY: "xnd_production_key" };
  const response = await worker.fetch(request, live, createExecutionContext());
  const { detail } = await response.json<{ detail: string }>();
  return { status: response.status, detail };
}

test("a simulated payment is accepted as it stands, and is paid at Xendit", async () => {
  const { booth, payment, path } = await openPayment();
  const { status, body } = await booth.post(`${path}/simulate`);
  expect(status).toBe(202);
  expect(body).toEqual(payment);
  expect((await booth.get(`${path}?verify=1`)).body.status).toBe("completed");
});

test("with a live key there is no simulation, no more than any path that does not exist", async () => {
  const id = newId();
  const simulation = await askLiveWorker(`/api/payments/${id}/simulate`);
  expect(simulation.status).toBe(404);
  expect(simulation).toEqual(await askLiveWorker(`/api/payments/${id}/simulated`));
});

test("in test mode it takes a token", async () => {
  const { path } = await openPayment();
  expect((await send("POST", `${path}/simulate`)).status).toBe(401);
});

test("another customer's payment is not found, and not paid", async () => {
  const { payment, path } = await openPayment();
  const stranger = await TestBooth.register();
  expect((await stranger.post(`${path}/simulate`)).status).toBe(404);
  expect((await askXendit("GET", payment.xendit_payment_id)).status).toBe("REQUIRES_ACTION");
});

test("what is complete cannot be simulated", async () => {
  const { booth, path } = await openPayment({ method: "cash" });
  expect((await booth.post(`${path}/simulate`)).status).toBe(409);
});

test("what has no code cannot be simulated", async () => {
  const booth = await TestBooth.register();
  const payment = booth.payment();
  await putFaults({ fault: "server_error", times: 1 });
  await booth.post("/api/payments", payment);
  expect((await booth.post(`/api/payments/${payment.id}/simulate`)).status).toBe(409);
});

test("what has ended at Xendit cannot be simulated", async () => {
  const { booth, payment, path } = await openPayment();
  await askXendit("POST", `${payment.xendit_payment_id}/cancel`, {});
  const { status, headers } = await booth.post(`${path}/simulate`);
  expect(status).toBe(409);
  expect(headers.get("content-type")).toBe("application/problem+json");
});

test("a Xendit that is down is told of", async () => {
  const { booth, path } = await openPayment();
  await putFaults({ fault: "server_error", call: "simulate", times: 1 });
  expect((await booth.post(`${path}/simulate`)).status).toBe(502);
});

test("the API's document describes it", async () => {
  const { body } = await send("GET", "/api/openapi.json");
  expect(body.paths["/api/payments/{id}/simulate"].post.responses).toHaveProperty("202");
});
