import { type Json, send } from "./booth.ts";

/** JSON Schema, as far as the document uses it. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
}

export type Authority = "booth" | "xendit" | "nobody";

export interface Operation {
  id: string;
  method: string;
  path: string;
  authority: Authority;
  body: Schema | undefined;
  /** Names of what may stand in its query. */
  queries: string[];
  statuses: number[];
}

const { body: document } = await send("GET", "/api/openapi.json");

/** Everything that the API says it can do. A test that goes through it knows of new operations by itself. */
export const OPERATIONS: Operation[] = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
  // biome-ignore lint/suspicious/noExplicitAny: the document is data
  Object.entries<any>(methods).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    authority: authorityOf(operation.security),
    body: operation.requestBody && resolved(operation.requestBody.content["application/json"].schema),
    queries: (operation.parameters ?? [])
      .filter((parameter: Json) => parameter.in === "query")
      .map((parameter: Json) => parameter.name),
    statuses: Object.keys(operation.responses).map(Number),
  })),
);

function authorityOf(security: Json[] | undefined): Authority {
  const [scheme] = security?.flatMap(Object.keys) ?? [];
  return scheme === "boothToken" ? "booth" : scheme === "xenditCallbackToken" ? "xendit" : "nobody";
}

function resolved(schema: Schema): Schema {
  if (schema.$ref) return resolved(document.components.schemas[schema.$ref.replace(/.*\//, "")]);
  const parts = (schema.allOf ?? []).map(resolved);
  return {
    ...schema,
    properties: Object.assign({}, ...parts.map((part) => part.properties), schema.properties),
    required: [...parts.flatMap((part) => part.required ?? []), ...(schema.required ?? [])],
  };
}
