import { Hono } from "hono";
import type { FaultBook } from "./fault-book.ts";
import { readFaults, UnreadableFaults } from "./read-faults.ts";

export function faultRoutes(faults: FaultBook): Hono {
  return new Hono()
    .get("/", (c) => c.json({ faults: faults.list() }))
    .delete("/", (c) => {
      faults.replace([]);
      return c.json({ faults: [] });
    })
    .put("/", async (c) => {
      try {
        faults.replace(readFaults(await c.req.json()));
      } catch (error) {
        if (error instanceof SyntaxError) return c.json({ errors: ["The body is no JSON."] }, 400);
        if (error instanceof UnreadableFaults) return c.json({ errors: error.complaints }, 422);
        throw error;
      }
      return c.json({ faults: faults.list() });
    });
}
