import type { Group } from './rule.ts';

const parts =
  'namespace=~"zerodo|knative-serving|knative-eventing|kourier-system|envoy-gateway-system|observability"';
/** Without those of functions, which Knative speaks of itself. */
const deployments = `{${parts},deployment!~".*-deployment"}`;

/**
 * What Zerodo stands on, by kube-state-metrics and cert-manager. Pods that crash, nodes and volumes are looked after by the rules that come
 * with kube-prometheus-stack.
 */
export const cluster: Group = {
  name: 'cluster',
  rules: [
    {
      alert: 'PartDown',
      severity: 'page',
      expr: `kube_deployment_status_replicas_available${deployments} == 0 and kube_deployment_spec_replicas${deployments} > 0 or kube_statefulset_status_replicas_ready{${parts}} == 0 and kube_statefulset_replicas{${parts}} > 0`,
      for: '3m',
      summary:
        '{{ $labels.namespace }}/{{ or $labels.deployment $labels.statefulset }} has no pod that is ready.',
      fires: {
        series: {
          'kube_deployment_status_replicas_available{namespace="knative-serving",deployment="activator"}':
            '1x3 0x20',
          'kube_deployment_spec_replicas{namespace="knative-serving",deployment="activator"}': '1x20',
        },
        at: '10m',
        labels: { namespace: 'knative-serving', deployment: 'activator' },
        says: 'knative-serving/activator has no pod that is ready.',
      },
      // What is scaled to zero wants no pod.
      silent: {
        series: {
          'kube_deployment_status_replicas_available{namespace="kourier-system",deployment="3scale-kourier-gateway"}':
            '0x20',
          'kube_deployment_spec_replicas{namespace="kourier-system",deployment="3scale-kourier-gateway"}':
            '0x20',
        },
        at: '10m',
      },
    },
    {
      alert: 'CertificateExpires',
      severity: 'ticket',
      expr: 'certmanager_certificate_expiration_timestamp_seconds - time() < 14 * 86400',
      for: '1h',
      summary:
        'The certificate {{ $labels.name }} ends in {{ $value | humanizeDuration }}, and was not renewed.',
      fires: {
        series: {
          'certmanager_certificate_expiration_timestamp_seconds{name="zerodo",namespace="zerodo"}':
            '864000x120',
        },
        at: '2h',
        labels: { name: 'zerodo', namespace: 'zerodo' },
        says: 'The certificate zerodo ends in 9d 22h 0m 0s, and was not renewed.',
      },
      silent: {
        series: {
          'certmanager_certificate_expiration_timestamp_seconds{name="zerodo",namespace="zerodo"}':
            '2592000x120',
        },
        at: '2h',
      },
    },
  ],
};
