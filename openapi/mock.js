// Serves openapi.yaml with Prism, by default on 127.0.0.1:4010. Arguments are Prism's: `npm run mock -- --port 4011`.
import { join } from 'node:path';

// npm answers a SIGTERM by ending the shell around a script, not the script; so leave when that shell is gone.
const shell = process.ppid;
setInterval(() => process.ppid === shell || process.exit(), 200).unref();

const contract = join(import.meta.dirname, 'openapi.yaml');
process.argv.splice(2, 0, 'mock', contract, '--multiprocess=false');
await import('@stoplight/prism-cli/dist/index.js');
