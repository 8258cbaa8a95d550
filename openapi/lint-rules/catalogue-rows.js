import { declaredCodes, operations } from './contract.js';
import { Place } from './place.js';

const JOB_ONLY = 0;

/** Every row of `x-error-catalogue` has a code of its own and a status, and some operation can answer it. */
export default function catalogueRows() {
  return {
    Root(node, context) {
      const root = Place.root(node, context);
      const used = new Set([...operations(root)].flatMap(declaredCodes));
      const seen = new Set();
      for (const [, row] of root.child('x-error-catalogue').children()) {
        const { code, status } = row.node ?? {};
        if (typeof code !== 'string' || !isStatus(status)) {
          row.report('A catalogue row needs a `code` and a `status` of 400 to 599, or 0 for a code that no response has.');
          continue;
        }
        if (seen.has(code)) row.report(`\`${code}\` already has a catalogue row: keep one.`);
        seen.add(code);
        if (status !== JOB_ONLY && !used.has(code)) {
          row.report(`No operation answers \`${code}\`: list it in some operation's \`x-errors\`, or remove the row.`);
        }
      }
    },
  };
}

function isStatus(status) {
  return Number.isInteger(status) && (status === JOB_ONLY || (status >= 400 && status <= 599));
}
