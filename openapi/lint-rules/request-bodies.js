import { declaredCodes, operations } from './contract.js';
import { Place } from './place.js';

/** What can be wrong with any body, whatever it is for. */
const OF_EVERY_BODY = [
  'MALFORMED_REQUEST',
  'REQUEST_TIMEOUT',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'INVALID_PARAMS',
];

/** Every operation that takes a body says that it must be there, shows one that is right, and lists what can be wrong with any. */
export default function requestBodies() {
  return {
    Root(node, context) {
      for (const operation of operations(Place.root(node, context))) {
        const body = operation.place.child('requestBody');
        if (body.node) checkBody(operation, body);
      }
    },
  };
}

function checkBody(operation, body) {
  if (body.node.required !== true) body.report(`${operation.name}: say \`required: true\`; an empty body is no JSON.`);
  const examples = body.child('content').child('application/json').child('examples');
  if (Object.keys(examples.node ?? {}).length === 0) {
    body.report(`${operation.name}: show a body under \`examples\` of \`application/json\`.`);
  }
  const declared = declaredCodes(operation);
  for (const code of OF_EVERY_BODY.filter((one) => !declared.includes(one))) {
    operation.place.report(`${operation.name} takes a body, so it can answer \`${code}\`: list it under \`x-errors\`.`);
  }
}
