import { DatabaseSync } from "node:sqlite";
import { createDb, customers, printers } from "@repo/db-schema";
import { createMockD1 } from "@repo/db-schema/mock";
import { expect, test } from "vitest";
import { writeSql } from "../src/backup/write-sql.ts";

test("a backup of more than a page rebuilds the same tables in an empty database", async () => {
  const d1 = createMockD1();
  const db = createDb(d1);
  const customer = {
    id: "c",
    name: "It's; DROP TABLE printers",
    email: "a\n@b",
    license_key: "k",
    purchase_date: "2026",
  };
  await db.insert(customers).values(customer);
  for (let number = 0; number < 1001; number++)
    await db
      .insert(printers)
      .values({ id: `p${number}`, customer_id: "c", name: "DNP", type: "dye-sub", connection_type: "usb" });

  const restored = new DatabaseSync(":memory:");
  restored.exec(`begin; ${await writeSql(d1)} commit;`);
  for (const table of ["customers", "printers", "sqlite_master"]) {
    const query = `select * from ${table} order by rowid`;
    const { results } = await d1.prepare(query).all();
    const rebuilt = restored.prepare(query).all();
    if (table === "sqlite_master") expect(rebuilt).toHaveLength(results.length);
    else expect(rebuilt).toEqual(results);
  }
});
