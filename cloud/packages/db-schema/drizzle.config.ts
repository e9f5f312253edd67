import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./src/photobooth.ts",
  out: "./migrations/photobooth",
});
