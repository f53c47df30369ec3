import type { Group } from './rule.ts';

const pods = (metric: string): string => `kn_revision_pods_${metric}{kn_service_name="task-create"}`;
const dispatched = (status: string): string =>
  `kn_eventing_dispatch_latency_milliseconds_count{kn_trigger_name="stats-record",http_response_status_code="${status}"}`;

/** What starts functions and brings them events, by what Knative says of itself. */
export const knative: Group = {
  name: 'knative',
  rules: [
    {
      alert: 'FunctionNotStarting',
      severity: 'page',
      expr: 'sum by (kn_service_name) (kn_revision_pods_desired) > 0 and sum by (kn_service_name) (kn_revision_pods_count) - sum by (kn_service_name) (kn_revision_pods_not_ready_count) <= 0',
      for: '5m',
      summary: '{{ $labels.kn_service_name }} is wanted, and none of its pods is ready.',
      fires: {
        series: { [pods('desired')]: '1x20', [pods('count')]: '1x20', [pods('not_ready_count')]: '1x20' },
        at: '10m',
        labels: { kn_service_name: 'task-create' },
        says: 'task-create is wanted, and none of its pods is ready.',
      },
      // At zero, and wanted by nobody.
      silent: {
        series: { [pods('desired')]: '0x20', [pods('count')]: '0x20', [pods('not_ready_count')]: '0x20' },
        at: '10m',
      },
    },
    {
      alert: 'ActivatorCutOff',
      severity: 'page',
      expr: 'min by (peer) (kn_activator_stats_conn_reachable) == 0',
      for: '2m',
      summary: 'The activator cannot reach {{ $labels.peer }}: functions at zero are not started.',
      fires: {
        series: { 'kn_activator_stats_conn_reachable{peer="autoscaler"}': '1x3 0x20' },
        at: '10m',
        labels: { peer: 'autoscaler' },
        says: 'The activator cannot reach autoscaler: functions at zero are not started.',
      },
      silent: { series: { 'kn_activator_stats_conn_reachable{peer="autoscaler"}': '1x3 0 1x20' }, at: '10m' },
    },
    {
      alert: 'DeliveriesFailing',
      severity: 'ticket',
      expr: 'sum by (kn_trigger_name, kn_kafkasource_name) (rate(kn_eventing_dispatch_latency_milliseconds_count{http_response_status_code=~"5.."}[10m])) / sum by (kn_trigger_name, kn_kafkasource_name) (rate(kn_eventing_dispatch_latency_milliseconds_count[10m])) > 0.2',
      for: '10m',
      summary:
        '{{ $value | humanizePercentage }} of what is delivered for {{ or $labels.kn_trigger_name $labels.kn_kafkasource_name }} is answered with an error.',
      fires: {
        series: { [dispatched('204')]: '0+1x30', [dispatched('503')]: '0+1x30' },
        at: '25m',
        labels: { kn_trigger_name: 'stats-record' },
        says: '50% of what is delivered for stats-record is answered with an error.',
      },
      silent: { series: { [dispatched('204')]: '0+9x30', [dispatched('503')]: '0+1x30' }, at: '25m' },
    },
  ],
};
