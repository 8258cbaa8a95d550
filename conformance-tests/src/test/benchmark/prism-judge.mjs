// Holds recorded exchanges against a contract with Prism as a validating proxy before a server that plays them back:
// node prism-judge.mjs CONTRACT TRAFFIC FINDINGS PRISM, the last one the folder of @stoplight/prism-cli.
// Traffic and findings are JSON, one exchange a line; a finding names its exchange by n.
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [contract, traffic, findings, prismFolder] = process.argv.slice(2);
const NUMBER = 'x-played-back';
const AT_ONCE = 8;
const BY_THE_CONNECTION = ['connection', 'transfer-encoding', 'content-length', 'keep-alive', 'date'];
const OWN_ERROR = 'stoplight.io/prism/errors';

const playing = new Map();
const upstream = createServer((asked, answer) => {
  const line = playing.get(asked.headers[NUMBER]);
  for (const [name, value] of line.headers) {
    if (!BY_THE_CONNECTION.includes(name.toLowerCase())) answer.appendHeader(name, value);
  }
  answer.writeHead(line.status).end(Buffer.from(line.body, 'base64'));
});
const upstreamPort = await listening(upstream);

const probe = createServer();
const port = await listening(probe);
await new Promise((done) => probe.close(done));
const prism = spawn(
  process.execPath,
  [join(prismFolder, 'dist/index.js'), 'proxy', contract, `http://127.0.0.1:${upstreamPort}`,
    '--port', port, '--host', '127.0.0.1', '--validate-request=false', '--multiprocess=false', '--verboseLevel=info'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
process.on('exit', () => prism.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
await new Promise((ready, failed) => {
  prism.stdout.on('data', (text) => text.includes('Prism is listening') && ready());
  prism.on('exit', (code) => failed(new Error(`Prism ended with ${code}`)));
});

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const out = createWriteStream(findings);
const lines = createInterface({ input: createReadStream(traffic) })[Symbol.asyncIterator]();
await Promise.all(Array.from({ length: AT_ONCE }, worker));
await new Promise((done) => out.end(done));
process.exit(0);

async function worker() {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = JSON.parse(next.value);
    const found = await judged(line);
    if (found.length > 0) out.write(JSON.stringify({ n: line.n, found }) + '\n');
  }
}

function judged(line) {
  const number = String(line.n);
  playing.set(number, line);
  return new Promise((done) => {
    const asked = request(
      { agent, port, host: '127.0.0.1', method: line.method, path: line.target, headers: { ...line.asked, [NUMBER]: number } },
      (answer) => {
        let body = '';
        answer.on('data', (part) => (body += part.toString('latin1')));
        answer.on('end', () => done(violations(line, answer.headers['sl-violations'], body)));
      },
    );
    asked.setTimeout(20_000, () => asked.destroy(new Error('no answer')));
    asked.on('error', (error) => done([`no answer through the proxy: ${error.code ?? error.message}`]));
    asked.end();
  }).finally(() => playing.delete(number));
}

/** What is wrong with the answer, and where, without what differs from call to call; nothing where Prism has not asked for it. */
function violations(line, header, body) {
  if (body.includes(OWN_ERROR)) return [];
  const all = (header ? JSON.parse(header) : []).filter(({ location }) => location[0] === 'response');
  return [...new Set(all.map(({ location, code, message }) => masked(`${place(line)} ${location.join('.')} ${code} ${message}`)))].sort();
}

function place({ method, target, status, headers }) {
  const [, type = ''] = headers.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return `${method} ${target.split('?')[0]} ${status} ${type}:`;
}

function masked(text) {
  return text.replace(/[a-z]{3}_[0-9A-Za-z_.-]{24,}|[0-9A-HJKMNP-TV-Z]{26}|\d{4,}/g, '#').slice(0, 300);
}

function listening(server) {
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server.address().port)));
}
