import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../tool.ts';
import { clouds } from './testing/answers.ts';
import { Machine } from './testing/fakes.ts';

const machine = new Machine('aks');
afterAll(() => machine.remove());

const runbooks = readdirSync(join(root, 'docs/how-to/runbooks')).map(
  (name) => `runbooks/${name.slice(0, -3)}`,
);

const pages = [
  ...clouds.map((cloud) => `run-on-${cloud}`),
  'run-on-a-cluster',
  'upgrade-and-roll-back',
  'back-up-and-restore',
  'add-partitions-and-move-kafka',
  'stop-everything',
  'deploy-one-function',
  'install-with-helm',
  'watch-an-installation',
];
const program = /^(az|gcloud|oci|doctl|kubectl|helm|minikube|npm run (images|topics)) /;

/** The commands of a page that go to a program whose flags the fakes know, those within a sentence too; not the generated ones. */
function commandsOf(page: string): string[] {
  const written = page.replace(/<!-- generated -->[\s\S]*<!-- end -->/, '').replaceAll(/ \\\n\s*/g, ' ');
  const blocks = [...written.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((match) => match[1]!.split('\n'));
  const inline = [...written.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`]+)`/g)].map((match) =>
    match[1]!.replaceAll(/\s+/g, ' '),
  );
  return (
    [...blocks, ...inline]
      .map((line) => line.trim().replace(/ (#|<<|&$|\|).*$/, ''))
      // What runs in a pod is another program.
      .map((line) => line.replace(/^(kubectl exec .*?) -- .*$/, '$1'))
      .filter((line) => program.test(line))
  );
}

it.each([...pages, ...runbooks])('names only subcommands and flags that exist in %s', async (name) => {
  const commands = commandsOf(await readFile(join(root, 'docs/how-to', `${name}.md`), 'utf8'));
  if (!runbooks.includes(name)) expect(commands).not.toEqual([]);
  for (const command of commands)
    expect(machine.call(command), command).not.toMatch(/unknown|syntax error|not found/);
});
