import { operations, responses } from './contract.js';
import { Place } from './place.js';

/**
 * Every response declares the headers that its status calls for.
 * Options: `always`, `errors` (400 and above) and `statuses` (by status), each a list of header names.
 */
export default function requiredHeaders({ always = [], errors = [], statuses = {} }) {
  return {
    Root(node, context) {
      for (const operation of operations(Place.root(node, context))) {
        for (const { status, isError, place } of responses(operation)) {
          const wanted = [...always, ...(isError ? errors : []), ...(statuses[status] ?? [])];
          const present = Object.keys(place.child('headers').node ?? {}).map((name) => name.toLowerCase());
          for (const name of wanted.filter((header) => !present.includes(header.toLowerCase()))) {
            place.report(`This ${status} response must declare the header \`${name}\`: add it under \`headers\`.`);
          }
        }
      }
    },
  };
}
