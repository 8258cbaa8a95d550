import catalogueRows from './catalogue-rows.js';
import declaredErrors from './declared-errors.js';
import descriptions from './descriptions.js';
import errorExamples from './error-examples.js';
import idempotencyKey from './idempotency-key.js';
import limits from './limits.js';
import noDefaultResponse from './no-default-response.js';
import requestBodies from './request-bodies.js';
import requiredHeaders from './required-headers.js';
import scopes from './scopes.js';

export default function waymark() {
  return {
    id: 'waymark',
    rules: {
      oas3: {
        'catalogue-rows': catalogueRows,
        'declared-errors': declaredErrors,
        descriptions,
        'error-examples': errorExamples,
        'idempotency-key': idempotencyKey,
        limits,
        'no-default-response': noDefaultResponse,
        'request-bodies': requestBodies,
        'required-headers': requiredHeaders,
        scopes,
      },
    },
  };
}
