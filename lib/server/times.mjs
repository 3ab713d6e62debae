/**
 * How long a connection may take for its headers, for a whole request (a megabyte at most), and for nothing at all:
 * longer than the usual proxy's idle time, so that it is never we who close one that is about to be used.
 */
export const times = {
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};
