/**
 * Metrics that are not ours, as far as rules and dashboards read them: by name as Prometheus stores them, with the labels that may be
 * asked for. What is read and not listed here or in metrics.md is refused by `npm run check`.
 */
export type Outside = { from: string; source: string; labels: string[]; metrics: string[] };

export const outside: Outside[] = [
  {
    from: 'Knative Serving 1.22: activator and autoscaler, pushed to the collector',
    source: 'knative/docs, docs/serving/observability/metrics/serving-metrics.md',
    labels: ['kn_service_name', 'kn_configuration_name', 'kn_revision_name', 'k8s_namespace_name', 'peer'],
    metrics: [
      'kn_revision_pods_desired',
      'kn_revision_pods_count',
      'kn_revision_pods_not_ready_count',
      'kn_revision_concurrency_stable',
      'kn_revision_concurrency_target',
      'kn_revision_request_concurrency',
      'kn_activator_stats_conn_reachable',
    ],
  },
  {
    from: 'Knative Serving 1.22: the proxy in front of each function, pushed to the collector',
    source: 'the same; who it is stands in its resource, which values of Prometheus promote to labels',
    labels: ['kn_service_name', 'kn_revision_name', 'http_response_status_code', 'le'],
    metrics: [
      'http_server_request_duration_seconds_bucket',
      'http_server_request_duration_seconds_count',
      'kn_serving_invocation_duration_seconds_bucket',
      'kn_serving_queue_depth',
    ],
  },
  {
    from: 'Knative’s Kafka broker 1.22: dispatchers, pushed to the collector, which gives the unit',
    source: 'knative-extensions/eventing-kafka-broker, data-plane/core, Metrics.java',
    labels: ['kn_trigger_name', 'kn_kafkasource_name', 'http_response_status_code', 'le'],
    metrics: [
      'kn_eventing_dispatch_latency_milliseconds_bucket',
      'kn_eventing_dispatch_latency_milliseconds_count',
    ],
  },
  {
    from: 'Kafka, by the exporter that Strimzi runs (kafka_exporter)',
    source: 'danielqsj/kafka_exporter, README; strimzi-kafka-operator, packaging/examples/metrics',
    labels: ['consumergroup', 'topic', 'partition'],
    metrics: [
      'kafka_brokers',
      'kafka_consumergroup_current_offset',
      'kafka_consumergroup_lag',
      'kafka_topic_partition_current_offset',
      'kafka_topic_partition_under_replicated_partition',
    ],
  },
  {
    from: 'Postgres, by CloudNativePG 1.30',
    source: 'cloudnative-pg, config/manager/default-monitoring.yaml',
    labels: ['pod', 'datname', 'state', 'usename', 'name'],
    metrics: [
      'cnpg_collector_up',
      'cnpg_backends_total',
      'cnpg_backends_max_tx_duration_seconds',
      'cnpg_backends_waiting_total',
      'cnpg_pg_database_size_bytes',
      'cnpg_pg_replication_lag',
      'cnpg_pg_settings_setting',
      'cnpg_pg_stat_archiver_last_archived_time',
      'cnpg_pg_stat_archiver_last_failed_time',
      'cnpg_pg_stat_database_blks_hit',
      'cnpg_pg_stat_database_blks_read',
      'cnpg_pg_stat_database_xact_commit',
      'cnpg_pg_stat_database_xact_rollback',
    ],
  },
  {
    from: 'Kubernetes, by kube-state-metrics and the kubelet',
    source: 'kubernetes/kube-state-metrics, docs/metrics; kubernetes, cAdvisor',
    labels: ['namespace', 'pod', 'container', 'deployment', 'statefulset', 'phase', 'persistentvolumeclaim'],
    metrics: [
      'container_cpu_usage_seconds_total',
      'container_memory_working_set_bytes',
      'kube_deployment_spec_replicas',
      'kube_deployment_status_replicas_available',
      'kube_pod_status_phase',
      'kube_statefulset_replicas',
      'kube_statefulset_status_replicas_ready',
      'kubelet_volume_stats_available_bytes',
      'kubelet_volume_stats_capacity_bytes',
    ],
  },
  {
    from: 'Certificates, by cert-manager 1.21',
    source: 'cert-manager.io, devops-tips/prometheus-metrics',
    labels: ['name', 'namespace'],
    metrics: ['certmanager_certificate_expiration_timestamp_seconds'],
  },
  {
    from: 'Prometheus itself',
    source: 'prometheus.io, docs/prometheus/latest/configuration/recording_rules',
    labels: ['alertname', 'alertstate', 'severity'],
    metrics: ['ALERTS'],
  },
];
