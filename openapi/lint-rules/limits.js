const BOUNDED_FORMATS = ['date-time', 'date', 'time', 'uuid', 'ipv4', 'ipv6'];
const STREAMED_FORMATS = ['binary']; // a body of its own, never a value inside JSON

/** Every string has a maxLength, every number a minimum and a maximum, every array a maxItems. */
export default function limits() {
  return {
    Schema(schema, context) {
      if (typeof schema !== 'object' || schema === null) return;
      if (schema.enum !== undefined || schema.const !== undefined) return;
      for (const type of [schema.type].flat()) {
        for (const keywords of missing(type, schema)) {
          context.report({ message: `This ${type} has no limit: add \`${keywords.join('` or `')}\`.` });
        }
      }
    },
  };
}

function missing(type, schema) {
  return wanted(type, schema).filter((keywords) => keywords.every((keyword) => schema[keyword] === undefined));
}

/** For each limit the keywords that can state it. */
function wanted(type, schema) {
  switch (type) {
    case 'string':
      return [...BOUNDED_FORMATS, ...STREAMED_FORMATS].includes(schema.format) ? [] : [['maxLength']];
    case 'integer':
    case 'number':
      return [
        ['minimum', 'exclusiveMinimum'],
        ['maximum', 'exclusiveMaximum'],
      ];
    case 'array':
      return [['maxItems']];
    default:
      return [];
  }
}
