// Serves openapi.yaml with Prism, by default on 127.0.0.1:4010. Arguments are Prism's: `npm run mock -- --port 4011`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { errorHeaders } from './error-headers.js';
import { expanded } from './expanded.js';

// npm answers a SIGTERM by ending the shell around a script, not the script; so leave when that shell is gone.
const shell = process.ppid;
setInterval(() => process.ppid === shell || process.exit(), 200).unref();

// Prism reads a file; ours goes when we go.
const folder = mkdtempSync(join(tmpdir(), 'waymark-mock-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit());

const contract = parse(readFileSync(join(import.meta.dirname, 'openapi.yaml'), 'utf8'));
const file = join(folder, 'openapi.json');
writeFileSync(file, JSON.stringify(expanded(contract)));

// Prism's validator takes problem+json for json, and so would judge every shape of an error by the first one's schema.
const types = createRequire(import.meta.url)('@stoplight/prism-http/dist/validator/utils/wildcardMediaTypeMatch.js');
const looseMatch = types.wildcardMediaTypeMatch;
const isExact = (type) => /^[^*;]+\+json$/.test(type);
types.wildcardMediaTypeMatch = (one, other) => (isExact(one) || isExact(other) ? one === other : looseMatch(one, other));

// Prism has one set of headers for each status; those of the example that was asked for belong to its code.
const { end } = ServerResponse.prototype;
ServerResponse.prototype.end = function (...body) {
  const [, code] = /\bexample="?([A-Z_]+)/.exec(this.req.headers.prefer) ?? [];
  const native = contract.components.examples[code]?.value;
  if (this.hasHeader('X-Error-Code') && native) {
    for (const [name, value] of Object.entries(errorHeaders(native))) {
      if (value === undefined) this.removeHeader(name);
      else this.setHeader(name, value);
    }
  }
  return end.apply(this, body);
};

process.argv.splice(2, 0, 'mock', file, '--multiprocess=false');
await import('@stoplight/prism-cli/dist/index.js');
