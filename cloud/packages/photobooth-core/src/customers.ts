import { type AppDatabase, type Customer, customers } from "@repo/db-schema";
import { eq } from "drizzle-orm";

export type NewCustomer = Omit<Customer, "created_at" | "updated_at">;
export type CustomerCreation =
  | { outcome: "created" | "existing"; customer: Customer }
  | { outcome: "conflict" };

export class CustomerRepository {
  readonly #db: AppDatabase;

  constructor(db: AppDatabase) {
    this.#db = db;
  }

  /** A booth that is set up anew sends a new id with a known licence: it gets the stored row, and adopts its id. */
  async create(candidate: NewCustomer, now: string): Promise<CustomerCreation> {
    const [created] = await this.#db
      .insert(customers)
      .values({ ...candidate, created_at: now, updated_at: now })
      .onConflictDoNothing()
      .returning();
    if (created) return { outcome: "created", customer: created };

    const stored = await this.findByLicense(candidate.license_key);
    return stored && isSamePerson(stored, candidate)
      ? { outcome: "existing", customer: stored }
      : { outcome: "conflict" };
  }

  async find(id: string): Promise<Customer | undefined> {
    return await this.#db.select().from(customers).where(eq(customers.id, id)).get();
  }

  async keepPicturesFor(id: string, retention_days: number, now: string): Promise<Customer | undefined> {
    return await this.#db
      .update(customers)
      .set({ retention_days, updated_at: now })
      .where(eq(customers.id, id))
      .returning()
      .get();
  }

  async findByLicense(licenseKey: string): Promise<Customer | undefined> {
    return await this.#db.select().from(customers).where(eq(customers.license_key, licenseKey)).get();
  }
}

function isSamePerson(stored: Customer, candidate: NewCustomer): boolean {
  return (
    stored.name === candidate.name && stored.email === candidate.email && stored.phone === candidate.phone
  );
}
