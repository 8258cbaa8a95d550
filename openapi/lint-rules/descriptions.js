/**
 * Every schema property and every response header has a description, its own or that of the schema it refers to.
 * Redocly's own rules see to operations, parameters and tags.
 */
export default function descriptions() {
  return {
    Schema(schema, context) {
      for (const [name, property] of Object.entries(schema?.properties ?? {})) {
        if (typeof property !== 'object' || isDescribed(property, context)) continue;
        context.report({
          message: `The property \`${name}\` needs a \`description\`.`,
          location: context.location.child(['properties', name]),
        });
      }
    },
    Header(header, context) {
      if (!isDescribed(header, context)) context.report({ message: 'This header needs a `description`.' });
    },
  };
}

function isDescribed(node, context) {
  return hasText(node) || (node.$ref !== undefined && hasText(context.resolve(node).node));
}

function hasText(node) {
  return typeof node?.description === 'string' && node.description.trim() !== '';
}
