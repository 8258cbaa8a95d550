import { catalogue, operations } from './contract.js';
import { Place } from './place.js';

/**
 * Every code in an operation's `x-errors` has a catalogue row, the row's status is a response of that operation, and
 * the response shows the code in an example of that name and allows it in the schema of `error`.
 */
export default function declaredErrors() {
  return {
    Root(node, context) {
      const root = Place.root(node, context);
      const rows = catalogue(root);
      for (const operation of operations(root)) {
        const list = operation.place.child('x-errors');
        if (!Array.isArray(list.node)) {
          operation.place.report(`${operation.name}: list the codes it can answer under \`x-errors\`.`);
          continue;
        }
        for (const [, place] of list.children()) checkCode({ code: place.node, place, operation, rows });
      }
    },
  };
}

function checkCode({ code, place, operation, rows }) {
  const status = rows.get(code)?.node.status;
  if (status === undefined) {
    place.report(`\`${code}\` is unknown: add a row with a status to \`x-error-catalogue\`, or correct the name.`);
    return;
  }
  if (status === 0) {
    place.report(`\`${code}\` has status 0, it comes in jobs and streams only: take it out of \`x-errors\`.`);
    return;
  }
  const response = operation.place.child('responses').child(status);
  if (!response.node) {
    place.report(`\`${code}\` is a ${status}: add a ${status} response to ${operation.name}.`);
    return;
  }
  if (operation.method === 'head') return; // no body, so neither example nor schema
  const json = response.child('content').child('application/json');
  checkExample(code, status, operation, json);
  checkSchema(code, status, json);
}

function checkExample(code, status, operation, json) {
  const example = json.child('examples').child(code);
  if (!example.node) {
    operation.place
      .child('responses')
      .child(status)
      .report(`${operation.name} can answer \`${code}\`: add an example of that name to its ${status} response.`);
  } else if (example.node.value?.error !== code) {
    example.report(`The example named \`${code}\` must have \`value.error: ${code}\`.`);
  }
}

function checkSchema(code, status, json) {
  const error = json.child('schema').child('properties').child('error');
  if (!error.node?.enum?.includes(code)) {
    error.report(`The schema of this ${status} must have \`${code}\` in the \`enum\` of its property \`error\`.`);
  }
}
