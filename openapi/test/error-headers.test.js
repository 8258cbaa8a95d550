import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { errorHeaders } from '../error-headers.js';

const contract = parse(readFileSync(join(import.meta.dirname, '..', 'openapi.yaml'), 'utf8'));
const headers = (code) => errorHeaders(contract.components.examples[code].value);

test('every code has its own name and its own page in the headers', () => {
  for (const { code } of contract['x-error-catalogue'].filter((row) => row.status > 0)) {
    assert.equal(headers(code)['X-Error-Code'], code);
    assert.equal(headers(code).Link, `<http://127.0.0.1:8080/docs/errors/${code}>; rel="help"`);
  }
});

test('the wait stands in both headers, and a resend is worth it exactly then', () => {
  const { retry } = contract.components.examples.RATE_LIMIT.value;
  assert.equal(headers('RATE_LIMIT')['Retry-After-Ms'], String(retry.after_ms));
  assert.equal(headers('RATE_LIMIT')['Retry-After'], String(Math.ceil(retry.after_ms / 1000)));
  assert.equal(headers('RATE_LIMIT')['X-Should-Retry'], 'true');
  assert.equal(headers('INTERNAL_ERROR')['Retry-After-Ms'], '1000');
  for (const code of ['KEY_REVOKED', 'INVALID_PARAMS', 'INSUFFICIENT_CREDITS']) {
    assert.equal(headers(code)['Retry-After'], undefined);
    assert.equal(headers(code)['Retry-After-Ms'], undefined);
    assert.equal(headers(code)['X-Should-Retry'], 'false');
  }
});

test('some codes owe a header of their own, and the others do not have it', () => {
  assert.equal(headers('UNAUTHORIZED')['WWW-Authenticate'], 'Bearer realm="waymark"');
  assert.match(headers('KEY_EXPIRED')['WWW-Authenticate'], /invalid_token/);
  for (const { code, status } of contract['x-error-catalogue'].filter((row) => row.status > 0)) {
    assert.equal(headers(code)['WWW-Authenticate'] !== undefined, status === 401, code);
  }
  assert.equal(headers('METHOD_NOT_ALLOWED').Allow, 'GET, HEAD, OPTIONS');
  assert.equal(headers('RATE_LIMIT').Allow, undefined);
  assert.match(headers('RANGE_NOT_SATISFIABLE')['Content-Range'], /^bytes \*\/\d+$/);
});
