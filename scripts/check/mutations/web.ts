import { changed, type Mutation, without } from './mutation.ts';

const pod = (change: Parameters<typeof changed>[2]) =>
  changed('Deployment', 'web', ({ spec }) => change(spec.template.spec));

/** The web as a Deployment: what kube-score sees. */
export const webMutations: Mutation[] = [
  {
    done: 'all of the web may be away at once while nodes are drained',
    noticedBy: 'kube-score deployment-has-poddisruptionbudget',
    change: without('PodDisruptionBudget', 'web'),
  },
  {
    done: 'the number of instances is fixed and scaled at the same time',
    noticedBy: 'kube-score deployment-targeted-by-hpa-does-not-have-replicas-configured',
    change: changed('Deployment', 'web', ({ spec }) => {
      spec.replicas = 3;
    }),
  },
  {
    done: 'nothing says when the web is ready',
    noticedBy: 'kube-score pod-probes',
    change: pod((spec) => {
      delete spec.containers[0].readinessProbe;
    }),
  },
];
