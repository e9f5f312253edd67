import { type AppDatabase, revokedLicenses } from "@repo/db-schema";
import { eq } from "drizzle-orm";

/** What is kept of a revocation: the signed text itself, so that a booth need not believe us. */
export type KeptRevocation = typeof revokedLicenses.$inferSelect;

export class RevokedLicenseRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** The first revocation of a licence stands. */
  async keep(candidate: KeptRevocation): Promise<{ isNew: boolean; kept: KeptRevocation }> {
    const [added] = await this.#db
      .insert(revokedLicenses)
      .values(candidate)
      .onConflictDoNothing()
      .returning();
    if (added) return { isNew: true, kept: added };
    return { isNew: false, kept: (await this.find(candidate.license_id)) ?? candidate };
  }

  async find(licenseId: string): Promise<KeptRevocation | undefined> {
    return await this.#db
      .select()
      .from(revokedLicenses)
      .where(eq(revokedLicenses.license_id, licenseId))
      .get();
  }
}
