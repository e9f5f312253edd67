import { createRoute } from "@hono/zod-openapi";
import { createRouter, forBooths } from "../http/router.ts";
import { BOOTH, json, problems } from "../schemas/responses.ts";
import { UploadCredentials } from "../schemas/upload-credentials.ts";
import { s3Endpoint } from "../storage/s3-endpoint.ts";
import { issueUploadKeys } from "../uploads/issue-upload-keys.ts";

const issue = createRoute({
  method: "post",
  path: "/",
  operationId: "issueUploadCredentials",
  tags: ["Sync"],
  summary: "Keys to put pictures into the bucket, for a while",
  description: "Takes no body. The keys open what lies below the customer's own prefix.",
  ...forBooths,
  responses: {
    200: json(UploadCredentials, "The keys."),
    ...problems(...BOOTH, 502, 503),
  },
});

export const uploadCredentials = createRouter().openapi(issue, async (c) => {
  const prefix = `${c.var.booth.customer_id}/`;
  const keys = await issueUploadKeys(c.env, prefix);
  return c.json(
    { endpoint: s3Endpoint(c.env), bucket: c.env.S3_BUCKET, region: c.env.S3_REGION, prefix, ...keys },
    200,
  );
});
