import { declaredCodes, headerParameters, operations, responses } from './contract.js';
import { Place } from './place.js';

const CREATED = ['201', '202'];
const CODES = ['IDEMPOTENCY_IN_PROGRESS', 'IDEMPOTENCY_KEY_REUSED'];
const HEADERS = ['Idempotent-Replayed', 'X-Original-Request-Id'];

/**
 * Every POST that creates something takes the header `Idempotency-Key`, so that it can be sent again safely. Whatever takes
 * it lists what can be wrong with such a key, and its success says whether it is a replay.
 */
export default function idempotencyKey() {
  return {
    Root(node, context) {
      for (const operation of operations(Place.root(node, context))) {
        if (headerParameters(operation).has('idempotency-key')) checkReplays(operation);
        else if (operation.method === 'post') checkCreates(operation);
      }
    },
  };
}

function checkCreates(operation) {
  const creates = [...responses(operation)].map(({ status }) => status).find((status) => CREATED.includes(status));
  if (creates) {
    operation.place.report(
      `${operation.name} answers ${creates}, so it creates something: add the header parameter \`Idempotency-Key\`.`,
    );
  }
}

function checkReplays(operation) {
  const declared = declaredCodes(operation);
  for (const code of CODES.filter((one) => !declared.includes(one))) {
    operation.place.report(`${operation.name} takes \`Idempotency-Key\`: list \`${code}\` under \`x-errors\`.`);
  }
  for (const { status, isError, place } of responses(operation)) {
    const present = Object.keys(place.child('headers').node ?? {});
    for (const name of HEADERS.filter((header) => !isError && !present.includes(header))) {
      place.report(`This ${status} can be a replay: declare the header \`${name}\` under \`headers\`.`);
    }
  }
}
