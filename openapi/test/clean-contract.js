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

const CODES = { KEY_INVALID: 401, METHOD_NOT_ALLOWED: 405, RATE_LIMIT: 429, PROVIDER_DOWN: 503 };

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
          'x-errors': Object.keys(CODES),
          parameters: [ref('parameters/IdempotencyKey')],
          requestBody: { content: { 'application/json': { schema: ref('schemas/Thing') } } },
          responses: {
            201: ref('responses/Thing'),
            401: ref('responses/401'),
            405: ref('responses/405'),
            429: ref('responses/429'),
            503: ref('responses/503'),
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
      },
      parameters: {
        IdempotencyKey: { name: 'Idempotency-Key', in: 'header', description: 'Makes a repeat safe.', schema: text('A key.') },
      },
      responses: {
        Thing: {
          description: 'Created.',
          headers: { 'X-Request-Id': ref('headers/RequestId') },
          content: { 'application/json': { schema: ref('schemas/Thing'), examples: { thing: ref('examples/thing') } } },
        },
        401: errorResponse('Error401', { 'WWW-Authenticate': ref('headers/Challenge') }, 'KEY_INVALID'),
        405: errorResponse('Error405', { Allow: ref('headers/Allow') }, 'METHOD_NOT_ALLOWED'),
        429: errorResponse('Error429', { 'Retry-After': ref('headers/RetryAfter') }, 'RATE_LIMIT'),
        503: errorResponse('Error503', { 'Retry-After': ref('headers/RetryAfter') }, 'PROVIDER_DOWN'),
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
          },
        },
        ...Object.fromEntries(Object.entries(CODES).map(([code, status]) => [`Error${status}`, errorSchema(code)])),
      },
    },
  };
}
