import { lines, number, type Page } from '../panels.ts';
import { quantile } from '../queries.ts';

const ours = 'namespace="zerodo"';

/** What pods use, by what they are: a revision of a function, or the web. */
const by = (usage: string): string =>
  `sum by (part) (label_replace(${usage}, "part", "$1", "pod", "(.+?)-([0-9]{5}-deployment-)?[a-z0-9]+-[a-z0-9]{5}"))`;

/** What starts functions, and what they cost. */
export const cluster: Page = {
  name: 'cluster',
  title: 'Cluster and Knative',
  about: 'Pods that are wanted and that are there, requests that wait for them, and what all of it uses.',
  rows: {
    Scaling: [
      number('Pods of functions', 'short', 'sum(kn_revision_pods_count)'),
      number('Not ready', 'short', 'sum(kn_revision_pods_not_ready_count)', [5, 1]),
      number('Requests held for a start', 'short', 'sum(kn_revision_request_concurrency)', [50, 10]),
      number('Activator reaches the autoscaler', 'short', 'min(kn_activator_stats_conn_reachable)', [0.5, 1]),
      number(
        'Certificates end in',
        's',
        'min(certmanager_certificate_expiration_timestamp_seconds) - time()',
        [604800, 1209600],
      ),
      lines('Pods wanted', 'short', [
        'sum by (kn_service_name) (kn_revision_pods_desired)',
        '{{kn_service_name}}',
      ]),
      lines('Pods there', 'short', [
        'sum by (kn_service_name) (kn_revision_pods_count)',
        '{{kn_service_name}}',
      ]),
      lines('Requests held by the activator', 'short', [
        'sum by (kn_service_name) (kn_revision_request_concurrency)',
        '{{kn_service_name}}',
      ]),
      lines('Requests at once, of what is aimed at', 'percentunit', [
        'max by (kn_service_name) (kn_revision_concurrency_stable) / max by (kn_service_name) (kn_revision_concurrency_target)',
        '{{kn_service_name}}',
      ]),
      lines('Work as the proxy sees it, 95 %', 's', [
        quantile(0.95, 'kn_serving_invocation_duration_seconds_bucket', 'kn_service_name'),
        '{{kn_service_name}}',
      ]),
      lines('Waiting in the proxy', 'short', [
        'sum by (kn_service_name) (kn_serving_queue_depth)',
        '{{kn_service_name}}',
      ]),
    ],
    Use: [
      lines('Pods', 'short', [`sum by (phase) (kube_pod_status_phase{${ours}})`, '{{phase}}']),
      lines('Cores', 'short', [
        by(`rate(container_cpu_usage_seconds_total{${ours},container!=""}[$__rate_interval])`),
        '{{part}}',
      ]),
      lines('Memory', 'bytes', [by(`container_memory_working_set_bytes{${ours},container!=""}`), '{{part}}']),
    ],
  },
};
