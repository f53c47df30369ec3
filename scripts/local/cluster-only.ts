import { z } from 'zod';

/**
 * What a manifest says to a cluster and has no meaning on one machine, named one by one: whatever is not here, and is not obeyed,
 * is refused.
 */
const anything = z.unknown().optional();

/** Nobody on this machine is told apart, nothing has an address of its own, and settings come from `npm start`. */
export const kindsOfClusters = ['ServiceAccount', 'ConfigMap', 'NetworkPolicy'];

/** What kubectl reads; the runner reads the folder. */
export const filesOfClusters = ['kustomization.yaml'];

export const labels = {
  'app.kubernetes.io/name': anything,
  'app.kubernetes.io/component': anything,
  'app.kubernetes.io/part-of': anything,
};

/** Nothing is ever deleted here. */
export const kept = { 'helm.sh/resource-policy': anything };

/** There is one process at the most, without a proxy beside it, and it is told its settings when it starts. */
export const scaling = {
  'autoscaling.knative.dev/class': anything,
  'autoscaling.knative.dev/max-scale': anything,
  'autoscaling.knative.dev/target': anything,
  'autoscaling.knative.dev/scale-down-delay': anything,
  'queue.sidecar.serving.knative.dev/cpu-resource-request': anything,
  'queue.sidecar.serving.knative.dev/memory-resource-request': anything,
  'queue.sidecar.serving.knative.dev/memory-resource-limit': anything,
  'zerodo.dev/settings': anything,
};

/** There are no accounts, tokens, pods or volumes. */
export const pod = {
  serviceAccountName: anything,
  automountServiceAccountToken: anything,
  enableServiceLinks: anything,
  imagePullSecrets: anything,
  volumes: anything,
};

/** A process listens where it is told to, runs as whoever started Zerodo, and one that is stuck is seen by the person in front. */
export const container = {
  name: anything,
  imagePullPolicy: anything,
  ports: anything,
  livenessProbe: anything,
  securityContext: anything,
  volumeMounts: anything,
};
