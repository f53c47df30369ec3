import { describe, expect, it } from 'vitest';
import { wrongCommands } from './commands.ts';
import { brokenLinks } from './links.ts';
import { pageOf } from './page.ts';
import { type Known, knownPrograms } from './programs.ts';
import { callsIn } from './shell.ts';

describe('links', () => {
  const files = ['README.md', 'docs/README.md', 'docs/how-to/ask.md', 'docs/images/today.webp'];
  const broken = (text: string, path = 'docs/README.md', more = '# Ask\n') =>
    brokenLinks([pageOf(path, text), pageOf('docs/how-to/ask.md', more)], files);

  it.each([
    '[ask](how-to/ask.md)',
    '[folder](how-to)',
    '[up](../README.md)',
    '![today](images/today.webp)',
    '<img src="images/today.webp" alt="">',
    '[elsewhere](https://example.com/nothing)',
    '# Here\n[here](#here)',
    '`[no link](nowhere.md)`',
    '```md\n[no link](nowhere.md)\n```',
  ])('that lead somewhere are let pass: %s', (text) => {
    expect(broken(text)).toEqual([]);
  });

  it.each([
    '[gone](how-to/gone.md)',
    '[out](../../etc/passwd)',
    '![gone](images/gone.webp)',
    '<img src="gone.webp">',
    '[nowhere](#nowhere)',
    '[a heading](how-to/ask.md#gone)',
  ])('that lead nowhere are named: %s', (text) => {
    expect(broken(text)).toHaveLength(1);
  });

  it('know the anchors that GitHub makes of headings', () => {
    const headings =
      '# Ask\n## 3. Migrate, and `set` the passwords\n## See\n## See\n## [Named](ask.md) thing\n';
    const to = (anchor: string) => broken(`[x](how-to/ask.md#${anchor})`, 'docs/README.md', headings);

    for (const anchor of ['ask', '3-migrate-and-set-the-passwords', 'see', 'see-1', 'named-thing'])
      expect(to(anchor), anchor).toEqual([]);
    expect(to('see-2')).toHaveLength(1);
  });
});

describe('calls in a piece of shell', () => {
  it.each([
    ['A=1 B="x y" npm run erase -- a', [['npm', 'run', 'erase', '--', 'a']]],
    ['one a | two b && three c; four', [['one', 'a'], ['two', 'b'], ['three', 'c'], ['four']]],
    [
      'one --x="$(two --y)" > file 2>&1 # a word',
      [
        ['two', '--y'],
        ['one', '--x=$(two --y)'],
      ],
    ],
    [
      'for u in $(one a); do\n  two "$u"\ndone',
      [
        ['one', 'a'],
        ['two', '$u'],
      ],
    ],
    [
      "one - <<END\nkind: Backup\nEND\ntwo 'a | b'",
      [
        ['one', '-'],
        ['two', 'a | b'],
      ],
    ],
    ['one a \\\n  --b', [['one', 'a', '--b']]],
    ['one < in > out', [['one']]],
  ])('are found: %s', (text, calls) => {
    expect(callsIn(text)).toEqual(calls);
  });
});

describe('commands', async () => {
  const known: Known = {
    programs: await knownPrograms(),
    tasks: new Map([
      ['topics', "bootstrap: { type: 'string' }"],
      ['verify', '--namespace'],
      ['start', '--kafka'],
    ]),
    setup: '  --dry-run  print',
    files: new Set(['scripts/setup-gke', 'scripts/ci/run.sh']),
  };
  const wrong = (text: string) => wrongCommands([pageOf('docs/page.md', text)], known);
  const fenced = (info: string, ...lines: string[]) => wrong(`\`\`\`${info}\n${lines.join('\n')}\n\`\`\`\n`);

  it.each([
    ['sh', 'npm run topics -- --bootstrap x'],
    ['sh', 'npm start -- --kafka'],
    ['sh', 'curl -s http://127.0.0.1:3000 | grep x'],
    ['sh', 'scripts/setup-gke --dry-run'],
    ['sh', 'scripts/ci/run.sh'],
    ['sh cluster', 'kubectl -n zerodo get pods --watch'],
    ['sh cluster', 'npm run verify -- http://x --namespace zerodo'],
    ['sh cluster', 'helm upgrade zerodo helm/zerodo --reset-then-reuse-values'],
    ['sql', 'select 1'],
  ])('that exist are let pass (%s): %s', (info, line) => {
    expect(fenced(info, line)).toEqual([]);
  });

  it.each([
    ['sh', 'npm run nothing', 'there is no npm run nothing'],
    ['sh', 'npm run topics -- --everywhere', 'no option --everywhere'],
    ['sh', 'curl --silnet x', 'no flag --silnet'],
    ['sh', 'kubctl get pods', 'kubctl is not known'],
    ['sh', 'scripts/setup-moon --dry-run', 'there is no scripts/setup-moon'],
    ['sh', 'scripts/ci/gone.sh', 'there is no scripts/ci/gone.sh'],
    ['sh', 'echo $(npm run nothing)', 'there is no npm run nothing'],
    ['sh cluster', 'kubectl fetch pods', 'no subcommand "fetch"'],
    ['sh cluster', 'kubectl get pods --wacth', 'no flag --wacth'],
    ['sh cluster', 'helm upgrade zerodo helm/zerodo --reuse', 'no flag --reuse'],
    ['sh', 'kubectl get pods', 'needs a cluster'],
    ['sh', 'scripts/setup-gke', 'needs a cluster'],
    ['sh cluster', 'npm start', 'needs no cluster'],
    ['sh later', 'npm start', 'neither sh nor sh cluster'],
    ['bash', 'npm start', 'write sh'],
  ])('that do not are named (%s): %s', (info, line, finding) => {
    expect(fenced(info, line).join('\n')).toContain(finding);
  });

  it('within a sentence are looked at as well, and what is generated is not', () => {
    expect(wrong('Run `npm run nothing` now, or `npm run topics`.')).toHaveLength(1);
    expect(wrong('Look at `kubectl fetch pods`.')).toHaveLength(1);
    expect(wrong('<!-- generated -->\n```sh\nnpm run nothing\n```\n<!-- end -->\n')).toEqual([]);
  });
});
