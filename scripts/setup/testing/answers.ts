/** What the other side says when it is asked, as far as a set-up depends on it. */
import type { Answer } from './machine.ts';

export const clouds = ['minikube', 'kind', 'aks', 'gke', 'oke', 'doks'] as const;
export type Cloud = (typeof clouds)[number];

/** Values that only the other side knows are called as a dry run calls them, so that the two can be compared. */
const kubernetes: Answer[] = [
  ['^kubectl version --client', '-', 'Client Version: v1.36.1\\n'],
  ['^kubectl version --output', '-', 'v1.35.6'],
  ['^helm version', '-', 'v4.3.1+gabcdef\\n'],
  ['^openssl version', '-', 'OpenSSL 3.5.1 1 Jul 2025\\n'],
  ['^openssl rand', '-', 'c0ffee-secret\\n'],
  ['^openssl (ec|ecparam) ', '-', `${'c0ffee-secret '.repeat(9)}\\n`],
  ['^docker version', '-', '29.1.0\\n'],
  [
    '^kubectl get namespace ([a-z-]+)$',
    '^kubectl create --filename scripts/setup/manifests/namespaces/{1}.yaml',
    '{1}',
  ],
  [
    '^kubectl get namespace --field-selector metadata.name=([a-z-]+) --selector zerodo.dev/installed',
    '^kubectl label namespace {1} zerodo.dev/installed',
    'namespace/it',
  ],
  [
    '^kubectl get namespace --field-selector metadata.name=([a-z-]+) --selector app.kubernetes.io/managed-by',
    '^kubectl create --filename scripts/setup/manifests/namespaces/{1}.yaml',
    'namespace/it',
  ],
  [
    '^kubectl get secret (zerodo-superuser|zerodo-postgres-superuser|zerodo) .*template',
    '-',
    'c0ffee-secret',
  ],
  ['^kubectl get secret ([a-z-]+) .*template', '-', 'an authority'],
  ['^kubectl get secret ([a-z-]+) ', '^kubectl create secret generic {1} ', ''],
  ['^kubectl get crd gateways', '^none$', ''],
  ['^kubectl get gateway ', '-', '<address>'],
  ['^helm status ([a-z-]+)', '^helm upgrade --install {1} ', ''],
];

const own: Record<Cloud, Answer[]> = {
  minikube: [
    ['^minikube version', '-', 'v1.38.0\\n'],
    ['^minikube status', '^minikube start', ''],
    ['^minikube ip', '-', '<address>'],
    ['^minikube docker-env', '-', 'export DOCKER_HOST=tcp://192.0.2.1:2376\\n'],
  ],
  kind: [
    ['^kind version', '-', 'kind v0.31.0 go1.25.5 linux/amd64\\n'],
    ['^kind get kubeconfig', '^kind create cluster', ''],
    ['^docker image ls', '-', '<images>\\n'],
  ],
  aks: [
    ['^az version', '-', '2.82.0\\n'],
    ['^az account show --query', '-', '<subscription>'],
    ['^az account show', '-', ''],
    ['^az group show --name [a-z]+ --query', '^az group create', 'zerodo-setup'],
    ['^az (group|acr|aks) show', '^az {1} create', ''],
  ],
  gke: [
    ['^gcloud version', '-', '560.0.0\\n'],
    ['^gcloud auth list', '-', 'me@example.com\\n'],
    ['^gcloud config get-value project', '-', '<project>'],
    ['^gcloud projects describe', '-', '<number>'],
    ['^gcloud (artifacts repositories|container clusters) describe', '^gcloud {1} create', 'zerodo-setup'],
  ],
  oke: [
    ['^oci --version', '-', '3.71.0\\n'],
    ['^oci os ns get', '-', '<namespace>'],
    ['^oci ce cluster-options get', '-', '<version>'],
    ['^oci ce node-pool-options get', '-', '<image>'],
    ['^oci iam availability-domain list', '-', '<zone>'],
    ['^oci ce cluster get-addon', '^oci ce cluster install-addon', ''],
    ['^oci ce cluster get ', '^oci ce cluster create ', 'zerodo-setup'],
    ['^oci ce cluster list', '^oci ce cluster create ', 'ocid1.cluster'],
    ['^oci ce node-pool list', '^oci ce node-pool create', 'ocid1.pool'],
    ['^oci iam policy list', '^oci iam policy create', 'ocid1.policy'],
    [
      '^oci network ([a-z-]+) list .*--display-name ([a-z-]+)',
      '^oci network {1} create .*--display-name {2} ',
      'ocid1.{2}-{1}',
    ],
    ['^oci network ([a-z-]+) list', '^oci network {1} create', '[\\n "ocid1.{1}"\\n]\\n'],
    ['^oci network ([a-z-]+) create .*--display-name ([a-z-]+)', '-', 'ocid1.{2}-{1}'],
  ],
  doks: [
    ['^doctl version', '-', 'doctl version 1.150.0-release\\n'],
    ['^doctl account get', '-', '<account>'],
    ['^doctl registry get', '^doctl registry create', 'zerodo-<account>'],
    ['^doctl registry docker-config', '-', 'c0ffee-secret'],
    ['^doctl kubernetes cluster get', '^doctl kubernetes cluster create', 'zerodo-setup'],
  ],
};

export const answersFor = (cloud: Cloud): Answer[] => [...own[cloud], ...kubernetes];
