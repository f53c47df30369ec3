import { changed, inContainer, inScaling, type Mutation } from './mutation.ts';

const name = 'stats-record';
const revision = (change: Parameters<typeof changed>[2]) =>
  changed('Service', name, ({ spec }) => change(spec.template.spec));

/** Section 5: how a function starts, scales and ends. */
export const functionMutations: Mutation[] = [
  {
    done: 'a function can be reached from outside',
    noticedBy: 'function-visibility',
    change: changed('Service', name, ({ metadata }) => {
      delete metadata.labels['networking.knative.dev/visibility'];
    }),
  },
  {
    done: 'the visibility is misspelt, and public',
    noticedBy: 'schemas',
    change: changed('Service', name, ({ metadata }) => {
      metadata.labels['networking.knative.dev/visibility'] = 'local';
    }),
  },
  {
    done: 'readiness is asked for once a second',
    noticedBy: 'probe-readiness',
    change: inContainer(name, ({ readinessProbe }) => {
      readinessProbe.periodSeconds = 1;
    }),
  },
  {
    done: 'nothing says when a function is ready',
    noticedBy: 'probe-readiness',
    change: inContainer(name, (container) => {
      delete container.readinessProbe;
    }),
  },
  {
    done: 'a startup probe makes every start slow',
    noticedBy: 'probe-startup',
    change: inContainer(name, (container) => {
      container.startupProbe = { httpGet: { path: '/healthz/live' } };
    }),
  },
  {
    done: 'a function that hangs is kept',
    noticedBy: 'probe-liveness',
    change: inContainer(name, (container) => {
      delete container.livenessProbe;
    }),
  },
  {
    done: 'a pod has no time to end in peace',
    noticedBy: 'function-timeout',
    change: revision((spec) => {
      spec.timeoutSeconds = 30;
    }),
  },
  {
    done: 'a request may take longer than Knative lets it',
    noticedBy: 'schemas',
    change: revision((spec) => {
      spec.timeoutSeconds = 900;
    }),
  },
  {
    done: 'nothing bounds how many instances there are',
    noticedBy: 'scale-bounded',
    change: inScaling(name, (annotations) => {
      delete annotations['autoscaling.knative.dev/max-scale'];
    }),
  },
  {
    done: 'the bound is misspelt, and ignored',
    noticedBy: 'schemas',
    change: inScaling(name, (annotations) => {
      annotations['autoscaling.knative.dev/maxScales'] = '20';
    }),
  },
  {
    done: 'a window is shorter than Knative takes',
    noticedBy: 'schemas',
    change: inScaling(name, (annotations) => {
      annotations['autoscaling.knative.dev/window'] = '5s';
    }),
  },
  {
    done: 'requests wait in a queue while their time runs',
    noticedBy: 'scale-queue',
    change: revision((spec) => {
      spec.containerConcurrency = 1;
    }),
  },
  {
    done: "the queue's proxy asks for no memory",
    noticedBy: 'queue-proxy',
    change: inScaling(name, (annotations) => {
      delete annotations['queue.sidecar.serving.knative.dev/memory-resource-request'];
    }),
  },
  {
    done: "the queue's proxy is slowed down",
    noticedBy: 'queue-proxy',
    change: inScaling(name, (annotations) => {
      annotations['queue.sidecar.serving.knative.dev/cpu-resource-limit'] = '50m';
    }),
  },
  {
    done: 'Prometheus keeps a function from going to zero',
    noticedBy: 'function-scraped',
    change: inScaling(name, (annotations) => {
      annotations['prometheus.io/scrape'] = 'true';
    }),
  },
  {
    done: 'a lifecycle is given, which Knative overwrites',
    noticedBy: 'schemas',
    change: inContainer(name, (container) => {
      container.lifecycle = { preStop: { exec: { command: ['sleep', '5'] } } };
    }),
  },
  {
    done: 'a node is chosen, which takes a feature flag',
    noticedBy: 'schemas',
    change: revision((spec) => {
      spec.nodeSelector = { pool: 'functions' };
    }),
  },
  {
    done: 'a revision gets a name, and cannot be changed any more',
    noticedBy: 'schemas',
    change: changed('Service', name, ({ spec }) => {
      spec.template.metadata.name = `${name}-1`;
    }),
  },
  {
    done: 'a port says h2c, which is not spoken',
    noticedBy: 'schemas',
    change: inContainer(name, (container) => {
      container.ports = [{ name: 'h2c', containerPort: 8080 }];
    }),
  },
  {
    done: 'a variable is set twice',
    noticedBy: 'function-variables',
    change: inContainer(name, ({ env }) => {
      env.push(env[0]);
    }),
  },
];
