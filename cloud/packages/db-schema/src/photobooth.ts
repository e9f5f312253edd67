import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { datetime, id, now } from "./columns.ts";

export type LicenseType = "starter" | "pro" | "enterprise";
export type PaymentStatus = "pending" | "processing" | "completed" | "failed";
export type PaymentMethod = "qris" | "cash" | "voucher";
export type RefundStatus = "pending" | "succeeded" | "failed";
export type PrintStatus = "pending" | "printing" | "completed" | "failed";

export const customers = sqliteTable(
  "customers",
  {
    id: id(),
    name: text().notNull(),
    email: text().unique().notNull(),
    phone: text(),
    license_key: text().unique().notNull(),
    license_type: text().$type<LicenseType>().notNull().default("starter"),
    purchase_date: datetime().notNull(),
    created_at: datetime().notNull().default(now),
    updated_at: datetime().notNull().default(now),
    /** Days for which guests' pictures and the rows about them are kept. */
    retention_days: integer().notNull().default(30),
  },
  (table) => [primaryKey({ columns: [table.id] })],
);

export const payments = sqliteTable(
  "payments",
  {
    id: id(),
    customer_id: text()
      .notNull()
      .references(() => customers.id),
    xendit_payment_id: text(),
    amount: integer().notNull(),
    platform_fee: integer().notNull(),
    status: text().$type<PaymentStatus>().notNull().default("pending"),
    paid_at: datetime(),
    created_at: datetime().notNull().default(now),
    method: text().$type<PaymentMethod>().notNull().default("qris"),
    session_id: text(),
    qr_string: text(),
    expires_at: datetime(),
    version: integer().notNull().default(1),
    /** Paid after it was cancelled or had expired: kept as completed, and flagged for a person to honour or refund. */
    paid_late: integer({ mode: "boolean" }).notNull().default(false),
    /** The voucher's id, where the method is voucher. */
    voucher: text(),
    /** The booth that told of it; null in rows from before booths were recorded. */
    booth_id: text(),
    /** Where the whole payment was to be given back through Xendit. */
    refund_status: text().$type<RefundStatus>(),
    xendit_refund_id: text(),
    refunded_at: datetime(),
    /** When Xendit is asked next how it stands, in case its webhook was lost; null where there is nothing to ask. */
    verify_at: datetime(),
  },
  (table) => [
    primaryKey({ columns: [table.id] }),
    index("payments_customer_id_paid_at").on(table.customer_id, table.paid_at),
    index("payments_customer_id_voucher").on(table.customer_id, table.voucher),
    // In order of arrival, for an index ends with the rowid.
    index("payments_customer_id_arrival").on(table.customer_id).where(sql`voucher is not null`),
    // The few that are late.
    index("payments_late").on(table.customer_id, table.paid_at).where(sql`paid_late`),
    index("payments_session_id").on(table.session_id),
    // The few that Xendit is still asked about.
    index("payments_verify_at").on(table.verify_at).where(sql`verify_at is not null`),
  ],
);

export const photos = sqliteTable(
  "photos",
  {
    id: id(),
    customer_id: text()
      .notNull()
      .references(() => customers.id),
    r2_key: text().notNull(),
    print_status: text().$type<PrintStatus>().notNull().default("pending"),
    printer_id: text(),
    created_at: datetime().notNull().default(now),
    session_id: text(),
    /** No foreign key: events may arrive before the payment they speak of. */
    payment_id: text(),
    code: text().unique(),
    version: integer().notNull().default(1),
    uploaded_at: datetime(),
    shots: text({ mode: "json" }).$type<string[]>().notNull().default([]),
    /** Keys of the films that the booth has made and uploads. */
    films: text({ mode: "json" }).$type<string[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.id] }),
    index("photos_customer_id_created_at").on(table.customer_id, table.created_at),
  ],
);

/**
 * What is left of a photo whose time was up: enough to tell its guest that it is gone, and to keep a late event from
 * bringing it back. The code is hashed, so that this row opens nothing.
 */
export const deletedPhotos = sqliteTable("deleted_photos", {
  id: text().primaryKey(),
  customer_id: text()
    .notNull()
    .references(() => customers.id),
  code_hash: text().unique(),
  deleted_at: datetime().notNull(),
});

export const printers = sqliteTable(
  "printers",
  {
    id: id(),
    customer_id: text()
      .notNull()
      .references(() => customers.id),
    name: text().notNull(),
    type: text().notNull(),
    connection_type: text().notNull(),
    is_default: integer().notNull().default(0),
    created_at: datetime().notNull().default(now),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.id] }), index("printers_customer_id").on(table.customer_id)],
);

/** A package's price, shared by a customer's booths. An empty event is any; times that are null are open ends. */
export const prices = sqliteTable(
  "prices",
  {
    id: id(),
    customer_id: text()
      .notNull()
      .references(() => customers.id),
    /** The package's key in the booths' settings. */
    package: text().notNull(),
    event: text().notNull().default(""),
    /** Rupiah, for the package's own copies. */
    price: integer().notNull(),
    /** Rupiah, for each copy beyond them. */
    extra_copy: integer().notNull().default(0),
    valid_from: datetime(),
    valid_to: datetime(),
    /** Not in force any more; the row stays, so that booths hear of it. */
    withdrawn: integer({ mode: "boolean" }).notNull().default(false),
    created_at: datetime().notNull().default(now),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.id] }), index("prices_customer_id").on(table.customer_id)],
);

export const booths = sqliteTable("booths", {
  id: text().primaryKey(),
  customer_id: text()
    .notNull()
    .references(() => customers.id),
  name: text().notNull(),
  token_hash: text().unique().notNull(),
  created_at: datetime().notNull(),
});

/** Licences that were withdrawn before they expired; `revocation` is the signed text that says so. */
export const revokedLicenses = sqliteTable("revoked_licenses", {
  license_id: text().primaryKey(),
  revocation: text().notNull(),
  revoked_at: datetime().notNull(),
});

/** Sync events that took effect, per customer so that no booth can use up another customer's ids. */
export const appliedEvents = sqliteTable(
  "applied_events",
  {
    customer_id: text()
      .notNull()
      .references(() => customers.id),
    id: text().notNull(),
    kind: text().notNull(),
    applied_at: datetime().notNull(),
  },
  (table) => [primaryKey({ columns: [table.customer_id, table.id] })],
);

/** Webhooks that were acted on. */
export const webhookEvents = sqliteTable("webhook_events", {
  id: text().primaryKey(),
  event: text().notNull(),
  payment_id: text().notNull(),
  received_at: datetime().notNull(),
});

export type Customer = typeof customers.$inferSelect;
export type Booth = typeof booths.$inferSelect;
/** As it is shown: when Xendit is asked about it is the cloud's own affair. */
export type Payment = Omit<typeof payments.$inferSelect, "verify_at">;
export type Photo = typeof photos.$inferSelect;
export type Printer = typeof printers.$inferSelect;
export type Price = typeof prices.$inferSelect;
