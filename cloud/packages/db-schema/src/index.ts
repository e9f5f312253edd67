export { type AppDatabase, createDb } from "./db.ts";
export { migrationLevel } from "./migration-level.ts";
export * from "./photobooth.ts";
