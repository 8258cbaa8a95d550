import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { parse } from 'yaml';
import { expanded } from '../expanded.js';
import { RENDERINGS, waitOf } from '../renderings.js';
import { lint } from './lint.js';

const contract = parse(readFileSync(join(import.meta.dirname, '..', 'openapi.yaml'), 'utf8'));
const rows = contract['x-error-catalogue'].filter((row) => row.status > 0);
const native = (code) => contract.components.examples[code].value;
const row = (code) => rows.find((one) => one.code === code);

const rendered = (name, code) => RENDERINGS[`application/${name}+json`](native(code), row(code));

let problems;
before(async () => ([problems] = await lint([expanded(contract)])));

test('every rendered example is true to its schema', () => assert.deepEqual(problems, []));

test('every error response shows the same names in all five media types', () => {
  let shown = 0;
  for (const { content } of Object.values(expanded(contract).components.responses)) {
    const names = Object.keys(content['application/json'].examples);
    for (const mediaType of Object.keys(RENDERINGS)) {
      assert.deepEqual(Object.keys(content[mediaType].examples), names);
      shown += names.length;
    }
  }
  assert.ok(shown >= 4 * rows.length);
});

test('the contract itself stays as it was', () => {
  const before = structuredClone(contract);
  expanded(contract);
  assert.deepEqual(contract, before);
});

test('a problem has the members of RFC 9457', () => {
  const { retry, charge, ...problem } = rendered('problem', 'INSUFFICIENT_CREDITS');
  assert.deepEqual(problem, {
    type: 'http://127.0.0.1:8080/docs/errors/INSUFFICIENT_CREDITS',
    title: 'Not enough credits',
    status: 402,
    detail: 'This call costs 40 credits and the balance is 15 credits.',
    instance: 'urn:waymark:request:req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G',
    code: 'INSUFFICIENT_CREDITS',
    next: native('INSUFFICIENT_CREDITS').next,
    request_id: 'req_01KAM3Q9T5X8Y2ZB4C6D7E8F9G',
    details: { balance: 15, needed: 40, missing: 25 },
  });
});

test('the status shape carries the wait in whole seconds, rounded up, and none where waiting does not help', () => {
  assert.equal(rendered('vnd.waymark.status', 'RATE_LIMIT').retry_after, Math.ceil(native('RATE_LIMIT').retry.after_ms / 1000));
  assert.equal(rendered('vnd.waymark.status', 'INTERNAL_ERROR').retry_after, 1);
  assert.ok(!('retry_after' in rendered('vnd.waymark.status', 'KEY_REVOKED')));
  assert.equal(rendered('vnd.waymark.status', 'KEY_REVOKED').code, 401);
});

test('a wait of more than two minutes is none', () => {
  assert.equal(waitOf({ strategy: 'after_event', after_ms: 120_000 }), 120_000);
  assert.equal(waitOf({ strategy: 'after_event', after_ms: 120_001 }), undefined);
  assert.equal(waitOf({ strategy: 'never' }), undefined);
});

test('the typed shape names the field that is wrong, and only with INVALID_PARAMS', () => {
  assert.equal(rendered('vnd.waymark.typed', 'INVALID_PARAMS').error.param, native('INVALID_PARAMS').field);
  for (const { code } of rows.filter((one) => one.code !== 'INVALID_PARAMS')) {
    const { error } = rendered('vnd.waymark.typed', code);
    assert.deepEqual([error.type, error.code, error.param], [code, code, null]);
  }
});

test('the plain shape is one text: what is wrong and what to do next', () => {
  for (const { code } of rows) {
    const { message, next } = native(code);
    assert.deepEqual(rendered('vnd.waymark.plain', code), { error: `${message} ${next}` });
  }
});

test('no shape loses what the native one says, but for the plain one', () => {
  for (const { code, extras } of rows) {
    const { retry, charge, request_id, docs_url, next, message } = native(code);
    const shapes = ['problem', 'vnd.waymark.status', 'vnd.waymark.typed'].map((name) => rendered(name, code));
    for (const shape of shapes) {
      const text = JSON.stringify(shape);
      for (const value of [code, retry, charge, request_id, docs_url, next, message]) {
        assert.ok(text.includes(JSON.stringify(value)), `${code}: ${JSON.stringify(value)}`);
      }
      const details = shape.details ?? shape.error.details;
      for (const { name } of extras.filter((extra) => !extra.optional)) assert.deepEqual(details[name], native(code)[name]);
    }
  }
});
