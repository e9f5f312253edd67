import { type AppDatabase, type Booth, booths, customers, type LicenseType } from "@repo/db-schema";
import { and, eq } from "drizzle-orm";
import { boothIdIn, equalInConstantTime, hashToken } from "./tokens.ts";

/** Who is calling: a booth, and the customer whose rows it may see. */
export interface AuthenticatedBooth {
  id: string;
  customer_id: string;
  license_type: LicenseType;
  license_key: string;
}

/** No token's hash. An unknown booth is compared with it, so that it takes the same work as a wrong secret. */
const NOBODYS_HASH = "-".repeat(43);

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

  async belongsTo(id: string, customerId: string): Promise<boolean> {
    const found = await this.#db
      .select({ id: booths.id })
      .from(booths)
      .where(and(eq(booths.id, id), eq(booths.customer_id, customerId)))
      .get();
    return found !== undefined;
  }

  /** Whoever knows a booth's id but not its secret learns nothing, not even whether there is such a booth. */
  async authenticate(token: string): Promise<AuthenticatedBooth | undefined> {
    const id = boothIdIn(token);
    if (id === undefined) return undefined;
    const [found, hash] = await Promise.all([this.#findWithHash(id), hashToken(token)]);
    const isRight = await equalInConstantTime(hash, found?.token_hash ?? NOBODYS_HASH);
    return isRight ? found?.booth : undefined;
  }

  async #findWithHash(id: string): Promise<{ booth: AuthenticatedBooth; token_hash: string } | undefined> {
    return await this.#db
      .select({
        booth: {
          id: booths.id,
          customer_id: booths.customer_id,
          license_type: customers.license_type,
          license_key: customers.license_key,
        },
        token_hash: booths.token_hash,
      })
      .from(booths)
      .innerJoin(customers, eq(customers.id, booths.customer_id))
      .where(eq(booths.id, id))
      .get();
  }
}
