// Runs `npm ci` when node_modules is absent or older than the lock, so that every script works from a fresh clone. In this
// folder, or in the one that is named.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const here = process.argv[2] ?? import.meta.dirname;
const changed = (file) => statSync(join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  const npm = process.env.npm_execpath; // set by npm for every script it runs
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
