/** The kinds that a cluster has only where somebody installed them; the chart asks for each that its values need. */
export const kindsOfOthers = [
  'serving.knative.dev/v1/Service',
  'eventing.knative.dev/v1/Broker',
  'eventing.knative.dev/v1/Trigger',
  'eventing.knative.dev/v1alpha1/KafkaSink',
  'sources.knative.dev/v1/KafkaSource',
  'sources.knative.dev/v1/PingSource',
  'gateway.networking.k8s.io/v1/HTTPRoute',
  'gateway.networking.k8s.io/v1beta1/ReferenceGrant',
  'external-secrets.io/v1/ExternalSecret',
  'cert-manager.io/v1/Certificate',
];
