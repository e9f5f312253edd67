import type { D1Database } from "@cloudflare/workers-types";
import { migrate } from "../migrate.ts";

/** Text that a careless backup loses, cuts off or takes for SQL; `i` is the row's number. */
const TEXT = `case i % 10 when 0 then 'Studio Senja ' || i
  when 1 then 'it''s "so" ''''' || i
  when 2 then 'one' || char(10) || 'two' || char(13, 10) || i
  when 3 then 'before' || char(0) || 'after' || i
  when 4 then cast(x'61eda08062' as text) || i
  when 5 then cast(x'80fffec3' as text) || i
  when 6 then 'Ñandú ' || char(128512, 8232) || i
  when 7 then ');' || char(10) || '-- end {"customers":0}' || char(10) || '-- rows photos' || char(10) || i
  when 8 then '); drop table photos; --' || i
  else x'00ff270a' || i end`;

/** Text, or what is none in a column for text. */
const ANYTHING = `case i % 5 when 0 then null when 1 then '' when 2 then x'' when 3 then x'00ff27eda080' else ${TEXT} end`;

const NUMBER = `case i % 10 when 0 then 9007199254740993 + i when 1 then 9223372036854775807
  when 2 then -9223372036854775807 - 1 when 3 then 0.1 * i when 4 then 9e999 when 5 then -9e999
  when 6 then 5e-324 * (1 + i) when 7 then 1.7976931348623157e308 when 8 then 1.0 / (3 + i) else i end`;

const ID = "printf('%08x-0000-7000-8000-%012x', i, i)";
const TIME = "strftime('%Y-%m-%dT%H:%M:%fZ', 1790000000 + i, 'unixepoch')";
const CUSTOMER = "(select id from customers where rowid = 1 + i % (select count(*) from customers))";

/** Of 1,000 rows, how many are in which table, and what is in its columns. */
const TABLES: [table: string, share: number, columns: Record<string, string>][] = [
  [
    "customers",
    2,
    {
      id: ID,
      name: TEXT,
      email: `i || ${TEXT}`,
      phone: ANYTHING,
      license_key: `${TEXT} || i`,
      purchase_date: TIME,
    },
  ],
  ["booths", 8, { id: ID, customer_id: CUSTOMER, name: TEXT, token_hash: "hex(i)", created_at: TIME }],
  [
    "payments",
    300,
    {
      id: ID,
      customer_id: CUSTOMER,
      amount: NUMBER,
      platform_fee: NUMBER,
      session_id: ANYTHING,
      qr_string: TEXT,
      voucher: ANYTHING,
      booth_id: ANYTHING,
      refund_status: "case i % 3 when 0 then 'succeeded' end",
      refunded_at: NUMBER,
      paid_late: "i % 2",
      expires_at: NUMBER,
    },
  ],
  [
    "photos",
    300,
    {
      id: ID,
      customer_id: CUSTOMER,
      r2_key: `${CUSTOMER} || '/photos/2026/07/30/' || ${ID}`,
      code: `case i % 4 when 0 then null else hex(i) end`,
      session_id: ANYTHING,
      created_at: TIME,
      shots: TEXT,
      films: TEXT,
      version: NUMBER,
    },
  ],
  [
    "prices",
    10,
    {
      id: ID,
      customer_id: CUSTOMER,
      package: TEXT,
      event: TEXT,
      price: NUMBER,
      valid_from: NUMBER,
      withdrawn: "i % 2",
    },
  ],
  [
    "printers",
    10,
    {
      id: ID,
      customer_id: CUSTOMER,
      name: TEXT,
      type: TEXT,
      connection_type: `coalesce(${ANYTHING}, ${NUMBER})`,
      is_default: NUMBER,
    },
  ],
  ["deleted_photos", 80, { id: ID, customer_id: CUSTOMER, code_hash: "hex(i)", deleted_at: TIME }],
  ["revoked_licenses", 10, { license_id: ID, revocation: TEXT, revoked_at: NUMBER }],
  ["applied_events", 200, { customer_id: CUSTOMER, id: ID, kind: TEXT, applied_at: TIME }],
  ["webhook_events", 90, { id: ID, event: TEXT, payment_id: TEXT, received_at: TIME }],
];

/** Rows longer than a statement may be, up to what D1 holds. */
const LONG_ROWS = [
  `insert into webhook_events values ('long text', replace(hex(zeroblob(300000)), '00', 'it''s' || char(0, 10)), 'p', '2026')`,
  `insert into webhook_events values ('long blob', zeroblob(1900000), x'${"00ff27".repeat(8000)}', '2026')`,
  `insert into webhook_events values ('after', 'the long ones', 'p', '2026')`,
];

/** Every table of the schema, with about `rows` rows among them and every kind of value that SQLite can hold. */
export async function fillDatabase(db: D1Database, rows: number, longRows = LONG_ROWS): Promise<void> {
  await migrate(db);
  for (const [table, share, columns] of TABLES)
    await db
      .prepare(
        `insert into ${table} (${Object.keys(columns)})
         with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i + 1 < ?)
         select ${Object.values(columns)} from numbers`,
      )
      .bind(Math.max(1, (rows * share) / 1000))
      .run();
  for (const sql of longRows) await db.prepare(sql).run();
  await db.prepare("update sqlite_sequence set seq = 77").run();
}
