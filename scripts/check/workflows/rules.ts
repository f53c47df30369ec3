import type { Workflow } from './workflow.ts';

/** What the rules have to know besides a workflow: the scripts that there are. */
export type Scripts = { npm: readonly string[]; files: readonly string[] };

/** A rule of ours that is broken, and the sentence that says where. */
export type Broken = { rule: string; sentence: string };

type Rule = (workflow: Workflow, scripts: Scripts) => string[];

/** `owner/name[/path]@<commit> # v1.2.3`: a tag can be moved to other code, and a commit says nothing to people. */
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/;

const unpinned = (text: string): string[] =>
  [...text.matchAll(/^\s*(?:- )?uses: *(.*?) *$/gm)]
    .map(([, uses]) => uses!)
    .filter((uses) => !uses.startsWith('./') && !pinned.test(uses))
    .map((uses) => `${uses} is not owner/name@<commit of 40 digits> # v<version>`);

const rules: Record<string, Rule> = {
  'pinned-by-commit': ({ text }) => unpinned(text),

  'nothing-allowed-by-default': ({ permissions }) =>
    typeof permissions === 'object' && Object.keys(permissions).length === 0
      ? []
      : ['at the top stands `permissions: {}`, and each job says what it needs'],

  'job-permissions': ({ jobs }) =>
    jobs
      .filter(([, { permissions }]) => typeof permissions !== 'object')
      .map(([name]) => `job ${name} names no permissions of its own`),

  concurrency: ({ concurrency }) =>
    concurrency ? [] : ['there is no concurrency group: two runs would get into each other’s way'],

  // A called workflow has the caller's name and ref: with `github.workflow` in both groups each waits for the other.
  'concurrency-of-a-called-workflow': ({ on, concurrency }) =>
    on.includes('workflow_call') && concurrency?.group.includes('github.workflow')
      ? ['the group of a workflow that is called has a name of its own, not github.workflow']
      : [],

  timeout: ({ jobs }) =>
    jobs
      .filter(([, { uses, 'timeout-minutes': minutes }]) => uses === undefined && minutes === undefined)
      .map(([name]) => `job ${name} has no timeout-minutes: it would hold a runner for six hours`),

  'no-credentials-left': ({ jobs }) =>
    stepsOf(jobs)
      .filter(({ uses, with: given }) => uses?.startsWith('actions/checkout@') && !keepsNothing(given))
      .map(() => 'actions/checkout leaves its token in .git without persist-credentials: false'),

  'a-script-for-each-run': ({ jobs }, scripts) =>
    stepsOf(jobs)
      .flatMap(({ run }) => run ?? [])
      .filter((run) => !isScript(run.trim(), scripts))
      .map((run) => `\`${run.trim().split('\n')[0]}\` is not one call of a script that is in scripts/`),
};

export const ruleNames = Object.keys(rules);

/** Which of our rules a workflow breaks. */
export const brokenBy = (workflow: Workflow, scripts: Scripts): Broken[] =>
  Object.entries(rules).flatMap(([rule, look]) =>
    look(workflow, scripts).map((sentence) => ({ rule, sentence })),
  );

/** Of a composite action only where its steps come from is asked: it runs in jobs that were judged. */
export const pinsOf = (text: string): Broken[] =>
  unpinned(text).map((sentence) => ({ rule: 'pinned-by-commit', sentence }));

const stepsOf = (jobs: Workflow['jobs']) => jobs.flatMap(([, { steps }]) => steps);

const keepsNothing = (given: Record<string, unknown> = {}): boolean => given['persist-credentials'] === false;

/** One line, no second command, nothing that GitHub would put into it: values come through the environment. */
function isScript(run: string, { npm, files }: Scripts): boolean {
  if (/[\n;&|<>`]|\$\(|\$\{\{/.test(run)) return false;
  const [first = '', second = '', third = ''] = run.split(' ');
  if (first === 'npm') return npm.includes(second === 'run' ? third : second);
  return files.includes(first);
}
