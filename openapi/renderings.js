// The shapes that one error has beside application/json: pure functions of the native body and of the code's row in the
// catalogue. The contract's examples are native; the mock shows the others by these.

/** The longest wait that the headers tell; longer ones stand in `resets_at` only. */
const MOST_WAIT_MS = 120_000;

/** By media type, what makes the body. */
export const RENDERINGS = {
  'application/problem+json': problem,
  'application/vnd.waymark.status+json': status,
  'application/vnd.waymark.typed+json': typed,
  'application/vnd.waymark.plain+json': plain,
};

/** Milliseconds before the first resend; undefined where waiting alone does not help. */
export function waitOf(retry) {
  const wait = retry.strategy === 'backoff' ? retry.base_ms : retry.after_ms;
  return wait <= MOST_WAIT_MS ? wait : undefined;
}

function problem(native, row) {
  const { code, message, details, docs_url, ...rest } = parts(native);
  return {
    type: docs_url,
    title: row.title,
    status: row.status,
    detail: message,
    instance: `urn:waymark:request:${native.request_id}`,
    code,
    ...rest,
    details,
  };
}

function status(native, row) {
  const { code, message, details, ...rest } = parts(native);
  const wait = waitOf(native.retry);
  return {
    error: message,
    code: row.status,
    ...(wait && { retry_after: Math.ceil(wait / 1000) }),
    details: { error_code: code, ...rest, ...details },
  };
}

function typed(native) {
  const { code, message, details, ...rest } = parts(native);
  const param = code === 'INVALID_PARAMS' ? native.field : null;
  return { error: { type: code, code, message, param, ...rest, details } };
}

function plain({ message, next }) {
  return { error: `${message} ${next}` };
}

/** What every error has, and beside it what belongs to the code. */
function parts({ error: code, message, next, docs_url, request_id, retry, charge, ...details }) {
  return { code, message, next, docs_url, request_id, retry, charge, details };
}
