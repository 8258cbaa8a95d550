const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations that we serve: those under `paths`. Webhooks are served by others, who owe us none of our headers. */
export function* operations(root) {
  for (const [path, item] of root.child('paths').children()) {
    for (const method of METHODS) {
      const place = item.child(method);
      if (place.node) yield { name: `${method.toUpperCase()} ${path}`, method, item, place };
    }
  }
}

/** The responses of an operation with a status of their own, which leaves out `default`. */
export function* responses(operation) {
  for (const [status, place] of operation.place.child('responses').children()) {
    if (/^[1-5](\d\d|XX)$/.test(status)) yield { status, isError: status >= '4', place };
  }
}

/** The header parameters of an operation, its path's included, in lower case. */
export function headerParameters(operation) {
  const names = new Set();
  for (const place of [operation.item, operation.place]) {
    for (const [, parameter] of place.child('parameters').children()) {
      if (parameter.node?.in === 'header') names.add(parameter.node.name.toLowerCase());
    }
  }
  return names;
}

/** The rows of `x-error-catalogue` by code. */
export function catalogue(root) {
  const rows = new Map();
  for (const [, row] of root.child('x-error-catalogue').children()) rows.set(row.node?.code, row);
  return rows;
}

/** The codes that an operation says it can answer. */
export function declaredCodes(operation) {
  const codes = operation.place.node['x-errors'];
  return Array.isArray(codes) ? codes : [];
}
