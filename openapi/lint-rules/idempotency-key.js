import { headerParameters, operations, responses } from './contract.js';
import { Place } from './place.js';

const CREATED = ['201', '202'];

/** Every POST that creates something takes the header `Idempotency-Key`, so that it can be sent again safely. */
export default function idempotencyKey() {
  return {
    Root(node, context) {
      for (const operation of operations(Place.root(node, context))) {
        if (operation.method !== 'post' || headerParameters(operation).has('idempotency-key')) continue;
        const creates = [...responses(operation)].map(({ status }) => status).find((status) => CREATED.includes(status));
        if (creates) {
          operation.place.report(
            `${operation.name} answers ${creates}, so it creates something: add the header parameter \`Idempotency-Key\`.`,
          );
        }
      }
    },
  };
}
