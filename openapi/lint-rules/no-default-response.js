import { operations } from './contract.js';
import { Place } from './place.js';

/** No operation has a `default` response. */
export default function noDefaultResponse() {
  return {
    Root(node, context) {
      for (const operation of operations(Place.root(node, context))) {
        const responses = operation.place.child('responses');
        if (responses.child('default').node) responses.report(`${operation.name}: write each status out instead of \`default\`.`);
      }
    },
  };
}
