import { RENDERINGS } from './renderings.js';

/**
 * A copy of the contract in which every error response shows, in each of its media types, the examples that it shows in
 * application/json, under the same names.
 */
export function expanded(contract) {
  const copy = structuredClone(contract);
  const rows = new Map(copy['x-error-catalogue'].map((row) => [row.code, row]));
  for (const { content = {} } of Object.values(copy.components.responses)) {
    for (const [mediaType, render] of Object.entries(RENDERINGS)) {
      const native = content['application/json']?.examples;
      if (native && content[mediaType]) content[mediaType].examples = rendered(copy, native, rows, render);
    }
  }
  return copy;
}

function rendered(contract, examples, rows, render) {
  return Object.fromEntries(
    Object.entries(examples).map(([code, example]) => {
      const { summary, value } = resolved(contract, example);
      return [code, { summary, value: render(value, rows.get(code)) }];
    }),
  );
}

function resolved(contract, node) {
  if (!node.$ref) return node;
  const names = node.$ref.slice('#/'.length).split('/');
  return names.reduce((place, name) => place[name], contract);
}
