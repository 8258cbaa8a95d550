import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = join(import.meta.dirname, '..');
const CLI = ['--env-file=redocly.env', 'node_modules/@redocly/cli/bin/cli.js', 'lint', '--config=lint.yaml'];

/** Lints contracts under the real ruleset, all in one run of the linter, and returns the problems of each. */
export async function lint(contracts) {
  const directory = await mkdtemp(join(tmpdir(), 'lint-rules-'));
  try {
    const files = contracts.map((_, index) => join(directory, `${index}.json`));
    await Promise.all(files.map((file, index) => writeFile(file, JSON.stringify(contracts[index]))));
    const { output, log } = await run([...CLI, '--format=json', '--max-problems=1000', ...files]);
    const reports = parseReports(output);
    if (reports.length !== files.length) throw new Error(`The linter did not check every contract:\n${log}`);
    return reports.map((report) => report.problems);
  } finally {
    await rm(directory, { recursive: true });
  }
}

function run(args) {
  return new Promise((resolve) => {
    const options = { cwd: home, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, args, options, (_, output, log) => resolve({ output, log }));
  });
}

/** The linter writes one JSON object after the other, each ending at a brace in the first column. */
function parseReports(output) {
  return JSON.parse(`[${output.replaceAll(/^\}\s*\{$/gm, '},{')}]`);
}
