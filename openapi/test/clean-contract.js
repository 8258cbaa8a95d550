const text = (description) => ({ type: 'string', maxLength: 80, description });

const header = (description, example) => ({ description, example, schema: { type: 'string', maxLength: 80 } });

const ref = (path) => ({ $ref: `#/components/${path}` });

const errorHeaders = {
  'X-Request-Id': ref('headers/RequestId'),
  'X-Error-Code': ref('headers/ErrorCode'),
  'X-Should-Retry': ref('headers/ShouldRetry'),
  Link: ref('headers/Help'),
  Vary: ref('headers/Vary'),
};

const errorSchema = (...codes) => ({
  type: 'object',
  required: ['error'],
  additionalProperties: true,
  properties: { error: { type: 'string', enum: codes, description: 'The code.' } },
});

const errorResponse = (schema, headers, ...codes) => ({
  description: 'Refused.',
  headers: { ...errorHeaders, ...headers },
  content: {
    'application/json': {
      schema: ref(`schemas/${schema}`),
      examples: Object.fromEntries(codes.map((code) => [code, ref(`examples/${code}`)])),
    },
  },
});

const CODES = {
  MALFORMED_REQUEST: 400,
  KEY_INVALID: 401,
  SCOPE_MISSING: 403,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  IDEMPOTENCY_IN_PROGRESS: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INVALID_PARAMS: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMIT: 429,
  PROVIDER_DOWN: 503,
};

const STATUSES = [...new Set(Object.values(CODES))];

const codesOf = (status) => Object.keys(CODES).filter((code) => CODES[code] === status);

const OWN_HEADERS = {
  401: { 'WWW-Authenticate': ref('headers/Challenge') },
  405: { Allow: ref('headers/Allow') },
  ...Object.fromEntries([408, 429, 503].map((status) => [status, { 'Retry-After': ref('headers/RetryAfter') }])),
};

/** A small contract that breaks no rule and uses a $ref wherever there can be one. Each call returns a new one. */
export function cleanContract() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clean',
      version: '1.0.0',
      description: 'A contract without a fault.',
      license: { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: 'https://api.waymark.dev' }],
    security: [{ bearer: [] }],
    tags: [{ name: 'Things', description: 'Things that are made.' }],
    'x-error-catalogue': [
      ...Object.entries(CODES).map(([code, status]) => ({ code, status })),
      { code: 'GENERATION_FAILED', status: 0 },
    ],
    paths: {
      '/things': {
        post: {
          operationId: 'createThing',
          summary: 'Create a thing',
          description: 'Creates one thing.',
          tags: ['Things'],
          'x-scope': 'things:write',
          'x-errors': Object.keys(CODES),
          parameters: [ref('parameters/IdempotencyKey')],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: ref('schemas/Thing'), examples: { small: { value: { name: 'one' } } } } },
          },
          responses: {
            201: ref('responses/Thing'),
            ...Object.fromEntries(STATUSES.map((status) => [status, ref(`responses/${status}`)])),
          },
        },
      },
    },
    webhooks: {
      thingDone: {
        post: {
          operationId: 'thingDone',
          summary: 'A thing is done',
          description: 'Sent to you when a thing is done.',
          tags: ['Things'],
          security: [],
          requestBody: { content: { 'application/json': { schema: ref('schemas/Thing') } } },
          responses: { 204: { description: 'Taken.' }, 410: { description: 'Send no more.' } },
        },
      },
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      headers: {
        RequestId: header('Names this request.', 'req_1'),
        ErrorCode: header('The code.', 'RATE_LIMIT'),
        ShouldRetry: header('Whether to try again.', 'true'),
        Help: header('A page on the code.', '</docs/errors/RATE_LIMIT>; rel="help"'),
        Vary: header('What the answer depends on.', 'Accept'),
        RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1, maximum: 120 } },
        Allow: header('The methods there are.', 'POST'),
        Challenge: header('How to sign in.', 'Bearer'),
        Replayed: header('Whether this was answered before.', 'false'),
        OriginalRequestId: header('Names the first request.', 'req_1'),
      },
      parameters: {
        IdempotencyKey: { name: 'Idempotency-Key', in: 'header', description: 'Makes a repeat safe.', schema: text('A key.') },
      },
      responses: {
        Thing: {
          description: 'Created.',
          headers: {
            'X-Request-Id': ref('headers/RequestId'),
            'Idempotent-Replayed': ref('headers/Replayed'),
            'X-Original-Request-Id': ref('headers/OriginalRequestId'),
          },
          content: { 'application/json': { schema: ref('schemas/Thing'), examples: { thing: ref('examples/thing') } } },
        },
        ...Object.fromEntries(
          STATUSES.map((status) => [status, errorResponse(`Error${status}`, OWN_HEADERS[status], ...codesOf(status))]),
        ),
      },
      examples: {
        thing: { value: { name: 'one', size: 1, tags: ['a'], at: '2026-01-01T00:00:00Z', kind: 'big', owner: 'me' } },
        ...Object.fromEntries(Object.keys(CODES).map((code) => [code, { value: { error: code } }])),
      },
      schemas: {
        Owner: text('Who has it.'),
        Thing: {
          type: 'object',
          required: ['name'],
          properties: {
            name: text('What it is called.'),
            size: { type: 'integer', minimum: 0, maximum: 9, description: 'How large.' },
            weight: { type: ['number', 'null'], exclusiveMinimum: 0, maximum: 9, description: 'How heavy.' },
            tags: { type: 'array', maxItems: 3, items: text('One tag.'), description: 'How to find it.' },
            at: { type: 'string', format: 'date-time', description: 'When it was made.' },
            kind: { type: 'string', enum: ['big', 'small'], description: 'Which kind.' },
            owner: ref('schemas/Owner'),
            scope: ref('schemas/Scope'),
          },
        },
        Scope: { type: 'string', enum: ['things:read', 'things:write'], description: 'What a key may do.' },
        ...Object.fromEntries(STATUSES.map((status) => [`Error${status}`, errorSchema(...codesOf(status))])),
      },
    },
  };
}
