/** One thing done wrong in a workflow, and what has to notice it. */
export type WorkflowMutation = {
  /** What somebody did, as a sentence about the workflow. */
  done: string;
  /** The rule of scripts/check/workflows that is broken by it, or `actionlint <kind>`, or `zizmor <audit>`. */
  noticedBy: string;
  /** What is replaced, and by what; the rest of the workflow stays as it is. */
  from: string | RegExp;
  to: string;
};

const checkout = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';
/** What GitHub replaces before anything runs. */
const expression = (of: string) => `\${{ ${of} }}`;
const title = `echo ${expression('github.event.pull_request.title')}`;
const aRun = /- run: npm run check$/m;
const run = (done: string, noticedBy: string, to: string): WorkflowMutation => ({
  done,
  noticedBy,
  from: aRun,
  to: `- run: ${to}`,
});

/** What is done to check.yaml, one at a time. */
export const workflowMutations: WorkflowMutation[] = [
  {
    done: 'an action is pinned by a tag',
    noticedBy: 'pinned-by-commit',
    from: checkout,
    to: 'actions/checkout@v6.0.2',
  },
  {
    done: 'a commit does not say which version it is',
    noticedBy: 'pinned-by-commit',
    from: ' # v6.0.2',
    to: '',
  },
  {
    done: 'everything may be read by default',
    noticedBy: 'nothing-allowed-by-default',
    from: /^permissions: \{\}$/m,
    to: 'permissions: read-all',
  },
  {
    done: 'no permissions stand at the top',
    noticedBy: 'nothing-allowed-by-default',
    from: /^permissions: \{\}\n/m,
    to: '',
  },
  {
    done: 'a job names no permissions',
    noticedBy: 'job-permissions',
    from: /^ {4}permissions:\n {6}.*\n/m,
    to: '',
  },
  {
    done: 'there is no concurrency group',
    noticedBy: 'concurrency',
    from: /^concurrency:\n( {2}.*\n)+/m,
    to: '',
  },
  {
    done: 'a called workflow waits for its caller',
    noticedBy: 'concurrency-of-a-called-workflow',
    from: 'group: check-',
    to: `group: ${expression('github.workflow')}-`,
  },
  { done: 'a job has no end', noticedBy: 'timeout', from: / {4}timeout-minutes: .*\n/, to: '' },
  {
    done: 'the token stays in .git',
    noticedBy: 'no-credentials-left',
    from: /persist-credentials: false/,
    to: 'persist-credentials: true',
  },
  run('a run is a program of its own', 'a-script-for-each-run', '|\n          make\n          make install'),
  run('a run calls two scripts', 'a-script-for-each-run', 'npm run check && npm test'),
  run('a run calls a script that is not there', 'a-script-for-each-run', 'scripts/ci/nothing.sh'),
  run('a run calls a task that is not there', 'a-script-for-each-run', 'npm run nothing'),
  run('a run calls another program', 'a-script-for-each-run', 'kubectl get pods'),
  run(
    'GitHub writes into a run',
    'a-script-for-each-run',
    `npm run check -- ${expression('github.ref_name')}`,
  ),
  run('a title is run', 'zizmor template-injection', title),
  run('a title is read', 'actionlint expression', title),
  run('a variable is not quoted', 'actionlint shellcheck', 'rm -r $HOME/$1'),
  {
    done: 'a strange pull request runs with our rights',
    noticedBy: 'zizmor dangerous-triggers',
    from: 'workflow_call:',
    to: 'pull_request_target:',
  },
  {
    done: 'every job may write everything',
    noticedBy: 'zizmor excessive-permissions',
    from: /^permissions: \{\}$/m,
    to: 'permissions: write-all',
  },
  {
    done: 'nobody says what a permission is for',
    noticedBy: 'zizmor undocumented-permissions',
    from: /contents: read.*$/m,
    to: 'contents: write',
  },
  {
    done: 'an action has no version of its own',
    noticedBy: 'zizmor unpinned-uses',
    from: checkout,
    to: 'someone/something@main',
  },
  {
    done: 'a job waits for one that is not there',
    noticedBy: 'actionlint job-needs',
    from: /^ {4}timeout-minutes/m,
    to: '    needs: [nobody]\n    timeout-minutes',
  },
  {
    done: 'a runner is none',
    noticedBy: 'actionlint runner-label',
    from: 'ubuntu-24.04',
    to: 'ubuntu-nought',
  },
  {
    done: 'a called workflow is given what it does not take',
    noticedBy: 'actionlint workflow-call',
    from: /^jobs:$/m,
    to: 'jobs:\n  again:\n    uses: ./.github/workflows/check.yaml\n    with:\n      fast: true',
  },
];
