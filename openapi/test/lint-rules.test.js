import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { cleanContract } from './clean-contract.js';
import { lint } from './lint.js';

const things = (contract) => contract.paths['/things'].post;

function without(operation, code) {
  operation['x-errors'] = operation['x-errors'].filter((one) => one !== code);
}

/** What goes wrong, the rule that says so, a part of its message, and how to get there from the clean contract. */
const VIOLATIONS = [
  {
    fault: 'a default response',
    rule: 'waymark/no-default-response',
    says: /POST \/things: write each status out/,
    seed: (c) => (things(c).responses.default = things(c).responses[201]),
  },
  ...[
    ['Thing', 201, 'X-Request-Id'],
    ['429', 429, 'X-Request-Id'],
    ['429', 429, 'X-Error-Code'],
    ['429', 429, 'X-Should-Retry'],
    ['429', 429, 'Link'],
    ['429', 429, 'Vary'],
    ['429', 429, 'Retry-After'],
    ['503', 503, 'Retry-After'],
    ['401', 401, 'WWW-Authenticate'],
    ['405', 405, 'Allow'],
  ].map(([response, status, header]) => ({
    fault: `a ${status} without ${header}`,
    rule: 'waymark/required-headers',
    says: new RegExp(`This ${status} response must declare the header \`${header}\``),
    seed: (c) => delete c.components.responses[response].headers[header],
  })),
  {
    fault: 'a response without any header',
    rule: 'waymark/required-headers',
    says: /This 201 response must declare the header `X-Request-Id`/,
    seed: (c) => delete c.components.responses.Thing.headers,
  },
  ...['201', '202'].map((status) => ({
    fault: `a POST that answers ${status} and takes no Idempotency-Key`,
    rule: 'waymark/idempotency-key',
    says: new RegExp(`POST /things answers ${status}.*\`Idempotency-Key\``),
    seed: (c) => {
      const { 201: created, ...others } = things(c).responses;
      things(c).responses = { [status]: created, ...others };
      things(c).parameters = [];
    },
  })),
  ...['IDEMPOTENCY_IN_PROGRESS', 'IDEMPOTENCY_KEY_REUSED'].map((code) => ({
    fault: `an Idempotency-Key without ${code}`,
    rule: 'waymark/idempotency-key',
    says: new RegExp(`POST /things takes \`Idempotency-Key\`: list \`${code}\``),
    seed: (c) => without(things(c), code),
  })),
  ...['Idempotent-Replayed', 'X-Original-Request-Id'].map((header) => ({
    fault: `a success that can be a replay without ${header}`,
    rule: 'waymark/idempotency-key',
    says: new RegExp(`This 201 can be a replay: declare the header \`${header}\``),
    seed: (c) => delete c.components.responses.Thing.headers[header],
  })),
  {
    fault: 'an operation with a key and without a scope',
    rule: 'waymark/scopes',
    says: /POST \/things takes a key: name the scope/,
    seed: (c) => delete things(c)['x-scope'],
  },
  {
    fault: 'an operation with a key of its own and without a scope',
    rule: 'waymark/scopes',
    says: /POST \/things takes a key: name the scope/,
    seed: (c) => {
      delete c.security;
      things(c).security = [{ bearer: [] }];
      delete things(c)['x-scope'];
    },
  },
  {
    fault: 'a scope that is none',
    rule: 'waymark/scopes',
    says: /`things:eat` is no scope/,
    seed: (c) => (things(c)['x-scope'] = 'things:eat'),
  },
  {
    fault: 'a scope where there is no list of them',
    rule: 'waymark/scopes',
    says: /`things:write` is no scope/,
    seed: (c) => delete c.components.schemas.Scope.enum,
  },
  {
    fault: 'a scope of an operation without a key',
    rule: 'waymark/scopes',
    says: /POST \/things takes no key, so nobody can have this scope/,
    seed: (c) => (things(c).security = []),
  },
  {
    fault: 'a scope that nobody can lack',
    rule: 'waymark/scopes',
    says: /a key can lack it: list `SCOPE_MISSING`/,
    seed: (c) => without(things(c), 'SCOPE_MISSING'),
  },
  {
    fault: 'a body that may be missing',
    rule: 'waymark/request-bodies',
    says: /POST \/things: say `required: true`/,
    seed: (c) => delete things(c).requestBody.required,
  },
  {
    fault: 'a body without an example',
    rule: 'waymark/request-bodies',
    says: /POST \/things: show a body under `examples`/,
    seed: (c) => delete things(c).requestBody.content['application/json'].examples,
  },
  ...['MALFORMED_REQUEST', 'REQUEST_TIMEOUT', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'INVALID_PARAMS'].map((code) => ({
    fault: `a body without ${code}`,
    rule: 'waymark/request-bodies',
    says: new RegExp(`POST /things takes a body, so it can answer \`${code}\``),
    seed: (c) => without(things(c), code),
  })),
  {
    fault: 'a catalogue row without a status',
    rule: 'waymark/catalogue-rows',
    says: /needs a `code` and a `status`/,
    seed: (c) => delete c['x-error-catalogue'].at(-1).status,
  },
  {
    fault: 'a catalogue row with a status that is no error',
    rule: 'waymark/catalogue-rows',
    says: /needs a `code` and a `status`/,
    seed: (c) => (c['x-error-catalogue'].at(-1).status = 200),
  },
  {
    fault: 'two catalogue rows for one code',
    rule: 'waymark/catalogue-rows',
    says: /`RATE_LIMIT` already has a catalogue row/,
    seed: (c) => c['x-error-catalogue'].push({ code: 'RATE_LIMIT', status: 429 }),
  },
  {
    fault: 'a catalogue row that no operation answers',
    rule: 'waymark/catalogue-rows',
    says: /No operation answers `VOICE_NOT_FOUND`/,
    seed: (c) => c['x-error-catalogue'].push({ code: 'VOICE_NOT_FOUND', status: 404 }),
  },
  {
    fault: 'an operation without x-errors',
    rule: 'waymark/declared-errors',
    says: /POST \/things: list the codes it can answer under `x-errors`/,
    seed: (c) => delete things(c)['x-errors'],
  },
  {
    fault: 'a declared code without a catalogue row',
    rule: 'waymark/declared-errors',
    says: /`TEA_POT` is unknown/,
    seed: (c) => things(c)['x-errors'].push('TEA_POT'),
  },
  {
    fault: 'a declared code of jobs and streams',
    rule: 'waymark/declared-errors',
    says: /`GENERATION_FAILED` has status 0/,
    seed: (c) => things(c)['x-errors'].push('GENERATION_FAILED'),
  },
  {
    fault: 'a declared code without a response',
    rule: 'waymark/declared-errors',
    says: /`RATE_LIMIT` is a 429: add a 429 response to POST \/things/,
    seed: (c) => delete things(c).responses[429],
  },
  {
    fault: 'a declared code without an example',
    rule: 'waymark/declared-errors',
    says: /POST \/things can answer `RATE_LIMIT`: add an example of that name to its 429 response/,
    seed: (c) => delete c.components.responses[429].content['application/json'].examples,
  },
  {
    fault: 'a declared code on a response without content',
    rule: 'waymark/declared-errors',
    says: /add an example of that name to its 429 response/,
    seed: (c) => delete c.components.responses[429].content,
  },
  {
    fault: 'an example whose error is another code',
    rule: 'waymark/declared-errors',
    says: /The example named `RATE_LIMIT` must have `value.error: RATE_LIMIT`/,
    seed: (c) => (c.components.examples.RATE_LIMIT.value.error = 'PROVIDER_DOWN'),
  },
  {
    fault: 'a declared code that the schema does not allow',
    rule: 'waymark/declared-errors',
    says: /The schema of this 429 must have `RATE_LIMIT` in the `enum`/,
    seed: (c) => (c.components.schemas.Error429.properties.error.enum = ['CONCURRENCY_LIMIT']),
  },
  {
    fault: 'an error schema without an enum',
    rule: 'waymark/declared-errors',
    says: /The schema of this 429 must have `RATE_LIMIT` in the `enum`/,
    seed: (c) => delete c.components.schemas.Error429.properties.error.enum,
  },
  {
    fault: 'an example that is no declared code',
    rule: 'waymark/error-examples',
    says: /POST \/things shows `CONCURRENCY_LIMIT` as an example of 429/,
    seed: (c) =>
      (c.components.responses[429].content['application/json'].examples.CONCURRENCY_LIMIT = { value: { error: 'x' } }),
  },
  {
    fault: 'an example that is a declared code of another status',
    rule: 'waymark/error-examples',
    says: /shows `PROVIDER_DOWN` as an example of 429/,
    seed: (c) =>
      (c.components.responses[429].content['application/json'].examples.PROVIDER_DOWN = { value: { error: 'x' } }),
  },
  {
    fault: 'an error response with an example that has no name',
    rule: 'waymark/error-examples',
    says: /Name the examples of an error/,
    seed: (c) => (c.components.responses[429].content['application/json'].example = { error: 'RATE_LIMIT' }),
  },
  {
    fault: 'an error response without a declared code',
    rule: 'waymark/error-examples',
    says: /POST \/things documents 404, but no code in its `x-errors` has that status/,
    seed: (c) => (things(c).responses[404] = c.components.responses[429]),
  },
  ...[
    ['a string without a maxLength', 'name', 'maxLength', /This string has no limit: add `maxLength`/],
    ['a number without a minimum', 'size', 'minimum', /This integer has no limit: add `minimum` or `exclusiveMinimum`/],
    ['a number without a maximum', 'size', 'maximum', /This integer has no limit: add `maximum` or `exclusiveMaximum`/],
    ['a nullable number without a maximum', 'weight', 'maximum', /This number has no limit: add `maximum`/],
    ['an array without a maxItems', 'tags', 'maxItems', /This array has no limit: add `maxItems`/],
    ['a format of no fixed length', 'at', 'format', /This string has no limit: add `maxLength`/],
  ].map(([fault, property, keyword, says]) => ({
    fault,
    rule: 'waymark/limits',
    says,
    seed: (c) => delete c.components.schemas.Thing.properties[property][keyword],
  })),
  {
    fault: 'array items without a limit',
    rule: 'waymark/limits',
    says: /This string has no limit/,
    seed: (c) => delete c.components.schemas.Thing.properties.tags.items.maxLength,
  },
  {
    fault: 'a header without a limit',
    rule: 'waymark/limits',
    says: /This string has no limit/,
    seed: (c) => delete c.components.headers.RequestId.schema.maxLength,
  },
  {
    fault: 'a parameter without a limit',
    rule: 'waymark/limits',
    says: /This string has no limit/,
    seed: (c) => delete c.components.parameters.IdempotencyKey.schema.maxLength,
  },
  {
    fault: 'a property without a description',
    rule: 'waymark/descriptions',
    says: /The property `name` needs a `description`/,
    seed: (c) => delete c.components.schemas.Thing.properties.name.description,
  },
  {
    fault: 'a property that refers to a schema without a description',
    rule: 'waymark/descriptions',
    says: /The property `owner` needs a `description`/,
    seed: (c) => delete c.components.schemas.Owner.description,
  },
  {
    fault: 'a header with a blank description',
    rule: 'waymark/descriptions',
    says: /This header needs a `description`/,
    seed: (c) => (c.components.headers.RequestId.description = ' '),
  },
  {
    fault: 'an operation without a description',
    rule: 'operation-description',
    says: /description/,
    seed: (c) => delete things(c).description,
  },
  {
    fault: 'a parameter without a description',
    rule: 'parameter-description',
    says: /description/,
    seed: (c) => delete c.components.parameters.IdempotencyKey.description,
  },
  {
    fault: 'a tag without a description',
    rule: 'tag-description',
    says: /description/,
    seed: (c) => delete c.tags[0].description,
  },
  {
    fault: 'an example that breaks its schema',
    rule: 'no-invalid-media-type-examples',
    says: /size/,
    seed: (c) => (c.components.examples.thing.value.size = 10),
  },
];

let clean;
const problems = new Map();

before(async () => {
  const seeded = VIOLATIONS.map(({ seed }) => {
    const contract = cleanContract();
    seed(contract);
    return contract;
  });
  const [first, ...others] = await lint([cleanContract(), ...seeded]);
  clean = first;
  VIOLATIONS.forEach((violation, index) => problems.set(violation, others[index]));
});

test('a clean contract raises nothing', () => assert.deepEqual(clean, []));

for (const violation of VIOLATIONS) {
  test(`${violation.rule} catches ${violation.fault}`, () => {
    const found = problems.get(violation);
    const hits = found.filter(({ ruleId, message }) => ruleId === violation.rule && violation.says.test(message));
    assert.equal(hits.length, 1, `expected one such problem, found: ${JSON.stringify(found, null, 2)}`);
    assert.equal(hits[0].severity, 'error');
  });
}
