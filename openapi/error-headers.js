import { waitOf } from './renderings.js';

/** A key was sent, and it is not good (RFC 6750). */
const UNUSABLE_KEY = ['KEY_INVALID', 'KEY_REVOKED', 'KEY_EXPIRED'];

/**
 * The headers of an error that depend on its code: a pure function of its native body, for a call that is safe to send
 * again. Undefined where the code has no such header.
 */
export function errorHeaders({ error, docs_url, retry, allowed, length }) {
  const wait = waitOf(retry);
  return {
    'X-Error-Code': error,
    'X-Should-Retry': String(wait !== undefined),
    'Retry-After': wait && String(Math.ceil(wait / 1000)),
    'Retry-After-Ms': wait && String(wait),
    Link: `<${docs_url}>; rel="help"`,
    Allow: allowed?.join(', '),
    'Content-Range': error === 'RANGE_NOT_SATISFIABLE' ? `bytes */${length}` : undefined,
    'WWW-Authenticate': authenticate(error),
  };
}

function authenticate(code) {
  if (code === 'UNAUTHORIZED') return 'Bearer realm="waymark"';
  return UNUSABLE_KEY.includes(code) ? 'Bearer realm="waymark", error="invalid_token"' : undefined;
}
