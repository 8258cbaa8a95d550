import { catalogue, declaredCodes, operations, responses } from './contract.js';
import { Place } from './place.js';

/** Every error response belongs to a code in the operation's `x-errors`, and so does every named example of it. */
export default function errorExamples() {
  return {
    Root(node, context) {
      const root = Place.root(node, context);
      const rows = catalogue(root);
      for (const operation of operations(root)) {
        for (const { status, isError, place } of responses(operation)) {
          if (isError) checkResponse({ operation, status, place, codes: codesOf(operation, status, rows) });
        }
      }
    },
  };
}

function codesOf(operation, status, rows) {
  return declaredCodes(operation).filter((code) => String(rows.get(code)?.node.status) === status);
}

function checkResponse({ operation, status, place, codes }) {
  if (codes.length === 0) {
    place.report(`${operation.name} documents ${status}, but no code in its \`x-errors\` has that status: add one or drop it.`);
  }
  for (const [, content] of place.child('content').children()) {
    if (content.node?.example !== undefined) {
      content.report('Name the examples of an error: use `examples` with the code as the name instead of `example`.');
    }
    for (const [name, example] of content.child('examples').children()) {
      if (!codes.includes(name)) {
        example.report(
          `${operation.name} shows \`${name}\` as an example of ${status}: ` +
            `add it to \`x-errors\`, or give the example the name of a ${status} code that is there.`,
        );
      }
    }
  }
}
