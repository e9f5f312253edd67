import { expect, test } from "vitest";
import { TestBooth } from "./booth.ts";

test("registered printers are listed", async () => {
  const booth = await TestBooth.register();
  const [first, second] = [
    booth.printer(),
    booth.printer({ name: "Selphy", type: "dye-sub", is_default: 0 }),
  ];
  expect(await booth.post("/api/printers", first)).toMatchObject({ status: 200, body: first });
  await booth.post("/api/printers", second);
  const { body } = await booth.get("/api/printers");
  expect(body.printers).toHaveLength(2);
  expect(body.printers).toEqual(expect.arrayContaining([first, second]));
});

test("a newer version replaces, an older one changes nothing", async () => {
  const booth = await TestBooth.register();
  const printer = booth.printer({ version: 2 });
  await booth.post("/api/printers", printer);
  await booth.post("/api/printers", { ...printer, name: "Old name", version: 1 });
  await booth.post("/api/printers", { ...printer, name: "New name", version: 3 });
  expect((await booth.get("/api/printers")).body.printers).toEqual([
    { ...printer, name: "New name", version: 3 },
  ]);
});

test.each([{ type: "potato" }, { connection_type: "serial" }, { is_default: true }])(
  "%j is refused",
  async (field) => {
    const booth = await TestBooth.register();
    expect((await booth.post("/api/printers", booth.printer(field))).status).toBe(422);
  },
);
