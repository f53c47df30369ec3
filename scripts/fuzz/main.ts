/**
 * `npm run fuzz`: starts a Zerodo of its own and lets schemathesis try its API against its own description. Finds answers that the
 * description does not have, bodies that are not of their schema, bad input that is taken, and faults (5xx).
 * `-- --url http://127.0.0.1:3000` tries one that runs; whatever else follows is schemathesis' own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signUp, startZerodo } from '@zerodo/testing/zerodo';
import { complain } from '../start/complaint.ts';
import { realThings } from './real-things.ts';
import { schemathesis } from './schemathesis.ts';

/** Everything that can be said of one answer and its request. */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'unsupported_method',
  'allow_header_conformance',
  'ignored_auth',
];

/** The end of the account would be the end of the run; it is tried by the tests. */
const excluded = ['^/api/v1/account'];

async function fuzz(url: string, more: string[]): Promise<number> {
  const account = await signUp(url);
  const folder = await mkdtemp(join(tmpdir(), 'zerodo-fuzz-'));
  const args = [
    ...['run', `${url}/api/v1/openapi.json`, '--url', url],
    ...['--header', `Cookie: ${account.cookie}`, '--header', `Origin: ${url}`],
    // Made up, it would be refused and hide what the rest of a request does.
    ...['--header', `Zerodo-Person: ${account.userId}`],
    ...['--checks', checks.join(',')],
    ...excluded.flatMap((path) => ['--exclude-path-regex', path]),
    ...['--continue-on-failure', '--warnings', 'off'],
    // A first call may have to wait for its function to start.
    ...['--request-timeout', '60', '--suppress-health-check', 'all'],
    ...more,
  ];
  const config = join(folder, 'real.toml');
  await writeFile(config, await realThings(account));
  try {
    const program = await schemathesis();
    console.log('With anything at all:\n');
    const anything = await run(program, [...args, '--phases', 'examples,coverage,fuzzing,stateful'], folder);
    console.log('\nWith things that are there:\n');
    const deep = [
      '--config-file',
      config,
      ...args,
      '--phases',
      'fuzzing',
      '--exclude-method',
      'DELETE',
      '--mode',
      'positive',
    ];
    return anything || (await run(program, deep, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(program: string, args: string[], cwd: string): Promise<number> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

const { values, tokens } = parseArgs({
  options: { url: { type: 'string' } },
  allowPositionals: true,
  strict: false,
  tokens: true,
});
const ours = tokens.find((token) => token.kind === 'option' && token.name === 'url');
const more = process.argv
  .slice(2)
  .filter((_, index) => !ours || (index !== ours.index && index !== ours.index + 1));

try {
  await schemathesis();
  if (typeof values.url === 'string') {
    process.exitCode = await fuzz(values.url, more);
  } else {
    const zerodo = await startZerodo();
    try {
      process.exitCode = await fuzz(zerodo.url, more);
    } finally {
      await zerodo.stop();
    }
  }
} catch (error) {
  complain(error);
}
