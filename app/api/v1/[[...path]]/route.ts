import { respond } from "@/lib/api/handler";

/** The public API. What it has is in lib/api/endpoints.ts; whatever else is asked for gets a problem in JSON. */
export {
  respond as DELETE,
  respond as GET,
  respond as HEAD,
  respond as OPTIONS,
  respond as PATCH,
  respond as POST,
  respond as PUT,
};
