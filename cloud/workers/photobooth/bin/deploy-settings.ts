/** What of wrangler.toml an operator has to fill in, and the secrets that it asks for. */
export interface DeploySettings {
  vars: Record<string, unknown>;
  d1_databases: { binding: string; database_id?: string }[];
  secrets?: { required?: string[] };
}

/** Places that still hold the `xxxx` they came with, each with where its value is found. */
export function missingIds({ vars, d1_databases }: DeploySettings): string[] {
  const missing = d1_databases
    .filter(({ database_id }) => isUnfilled(database_id))
    .map(({ binding }) => `database_id of ${binding}: \`npx wrangler d1 create photobooth-db\` prints it`);
  if (isUnfilled(vars.CLOUDFLARE_ACCOUNT_ID))
    missing.push("CLOUDFLARE_ACCOUNT_ID: `npx wrangler whoami` prints it");
  return missing;
}

export function missingSecrets({ secrets }: DeploySettings, inPlace: string[]): string[] {
  return (secrets?.required ?? []).filter((name) => !inPlace.includes(name));
}

function isUnfilled(value: unknown): boolean {
  return typeof value !== "string" || value === "" || value.includes("xxxx");
}
