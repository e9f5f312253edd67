import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Json, newId, TestBooth } from "./booth.ts";

const REFUSED = "A name that the database refuses";

const event = (kind: string, body: Json) => ({ id: newId(), kind, body });

// Whatever passes validation the database takes; this trigger stands for what nobody has thought of.
beforeEach(async () => {
  await env.DB.prepare(
    `create trigger refuse before insert on printers when new.name = '${REFUSED}' begin select raise(abort, 'no'); end`,
  ).run();
});

afterEach(async () => {
  await env.DB.prepare("drop trigger refuse").run();
});

async function sync(booth: TestBooth, events: object[]) {
  const { status, body } = await booth.post("/api/sync", { events });
  expect(status).toBe(200);
  return body.results as { id: string; outcome: string; reason: string | null }[];
}

test.each([[[0]], [[99]], [[37]], [[3, 4, 50, 98]]])(
  "of a hundred events those at %j are refused by the database, alone and in their places",
  async (places) => {
    const booth = await TestBooth.register();
    const events = Array.from({ length: 100 }, (_, place) =>
      event("printer", booth.printer(places.includes(place) ? { name: REFUSED } : {})),
    );
    const results = await sync(booth, events);
    expect(results.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(results.flatMap(({ outcome }, place) => (outcome === "rejected" ? [place] : []))).toEqual(places);
    expect(results[places[0] ?? 0]?.reason).toBe("the database refuses it");
    expect((await booth.get("/api/printers")).body.printers).toHaveLength(100 - places.length);
  },
);

test("a refused event is not remembered, and is applied when the database takes it", async () => {
  const booth = await TestBooth.register();
  const refused = event("printer", booth.printer({ name: REFUSED }));
  expect(await sync(booth, [refused])).toMatchObject([{ outcome: "rejected" }]);
  expect(await sync(booth, [{ ...refused, body: { ...refused.body, name: "DNP" } }])).toMatchObject([
    { outcome: "applied" },
  ]);
});

test("when the database refuses all of them, the work is bounded and each may be sent again", async () => {
  const booth = await TestBooth.register();
  const events = Array.from({ length: 100 }, () => event("printer", booth.printer({ name: REFUSED })));
  const results = await sync(booth, events);
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["rejected"]));
  expect(new Set(results.map(({ reason }) => reason))).toEqual(
    new Set(["the database refuses it", "not tried: send it again"]),
  );
});

test("two booths that bring the same code at once: one gets it, and nothing else of theirs is lost", async () => {
  const booths = [await TestBooth.register(), await TestBooth.register()];
  const { code } = booths[0]?.photo() ?? {};
  const results = await Promise.all(
    booths.map((booth) =>
      sync(
        booth,
        Array.from({ length: 50 }, (_, place) => event("photo", booth.photo(place === 20 ? { code } : {}))),
      ),
    ),
  );
  const rejected = results.flat().filter(({ outcome }) => outcome !== "applied");
  expect(rejected).toMatchObject([{ outcome: "rejected", reason: "code: in use by another photo" }]);
});
