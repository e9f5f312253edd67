import { type AppDatabase, type Booth, booths, customers, type LicenseType } from "@repo/db-schema";
import { eq } from "drizzle-orm";

/** Who is calling: a booth, and the customer whose rows it may see. */
export interface AuthenticatedBooth {
  id: string;
  customer_id: string;
  license_type: LicenseType;
}

export class BoothRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** Registering a known booth replaces its token. Undefined when the id is another customer's. */
  async register(booth: Booth): Promise<Booth | undefined> {
    return await this.#db
      .insert(booths)
      .values(booth)
      .onConflictDoUpdate({
        target: booths.id,
        set: { name: booth.name, token_hash: booth.token_hash },
        setWhere: eq(booths.customer_id, booth.customer_id),
      })
      .returning()
      .get();
  }

  async authenticate(tokenHash: string): Promise<AuthenticatedBooth | undefined> {
    return await this.#db
      .select({ id: booths.id, customer_id: booths.customer_id, license_type: customers.license_type })
      .from(booths)
      .innerJoin(customers, eq(customers.id, booths.customer_id))
      .where(eq(booths.token_hash, tokenHash))
      .get();
  }
}
