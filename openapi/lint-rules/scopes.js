import { declaredCodes, operations } from './contract.js';
import { Place } from './place.js';

/**
 * Every operation that takes a key names under `x-scope` the scope that the key needs, one of the schema `Scope`, and lists
 * `SCOPE_MISSING`; one that takes no key names none.
 */
export default function scopes() {
  return {
    Root(node, context) {
      const root = Place.root(node, context);
      const known = root.child('components').child('schemas').child('Scope').node?.enum ?? [];
      for (const operation of operations(root)) {
        if (isSecured(root, operation)) checkScope(operation, known);
        else if (operation.place.node['x-scope'] !== undefined) {
          operation.place
            .child('x-scope')
            .report(`${operation.name} takes no key, so nobody can have this scope: take \`x-scope\` away, or \`security: []\`.`);
        }
      }
    },
  };
}

function isSecured(root, operation) {
  const security = operation.place.node.security ?? root.node.security ?? [];
  return security.length > 0;
}

function checkScope(operation, known) {
  const scope = operation.place.node['x-scope'];
  if (scope === undefined) {
    operation.place.report(`${operation.name} takes a key: name the scope that the key needs under \`x-scope\`.`);
    return;
  }
  if (!known.includes(scope)) {
    operation.place.child('x-scope').report(`\`${scope}\` is no scope: use one of the schema \`Scope\`, or add it there.`);
  }
  if (!declaredCodes(operation).includes('SCOPE_MISSING')) {
    operation.place.report(`${operation.name} needs a scope, so a key can lack it: list \`SCOPE_MISSING\` under \`x-errors\`.`);
  }
}
