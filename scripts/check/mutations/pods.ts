import { changed, inContainer, type Mutation } from './mutation.ts';

const name = 'stats-record';

/** Restricted pods: section 5.5 of what is known of the platform, and the Pod Security Standard. */
export const podMutations: Mutation[] = [
  {
    done: 'a function runs as root',
    noticedBy: 'pod-non-root',
    change: inContainer(name, (container) => {
      container.securityContext.runAsNonRoot = false;
    }),
  },
  {
    done: 'a function has no security context',
    noticedBy: 'pod-non-root',
    change: inContainer(name, (container) => {
      delete container.securityContext;
    }),
  },
  {
    done: 'a root file system is writable',
    noticedBy: 'pod-read-only',
    change: inContainer(name, (container) => {
      delete container.securityContext.readOnlyRootFilesystem;
    }),
  },
  {
    done: 'a function may gain privileges',
    noticedBy: 'pod-escalation',
    change: inContainer(name, (container) => {
      container.securityContext.allowPrivilegeEscalation = true;
    }),
  },
  {
    done: 'capabilities are kept',
    noticedBy: 'pod-capabilities',
    change: inContainer(name, (container) => {
      delete container.securityContext.capabilities;
    }),
  },
  {
    done: 'there is no seccomp profile',
    noticedBy: 'pod-seccomp',
    change: inContainer(name, (container) => {
      delete container.securityContext.seccompProfile;
    }),
  },
  {
    done: 'a container is privileged',
    noticedBy: 'pod-host',
    change: inContainer(name, (container) => {
      container.securityContext.privileged = true;
    }),
  },
  {
    done: 'the security context is misspelt',
    noticedBy: 'schemas',
    change: inContainer(name, (container) => {
      container.securityContext.readOnlyRootFileSystem = true;
    }),
  },
  {
    done: 'memory has no limit',
    noticedBy: 'pod-resources',
    change: inContainer(name, (container) => {
      delete container.resources.limits.memory;
    }),
  },
  {
    done: 'an image has the tag latest',
    noticedBy: 'pod-image',
    change: inContainer(name, (container) => {
      container.image = 'zerodo/stats-record:latest';
    }),
  },
  {
    done: 'npm is the first process, and keeps SIGTERM to itself',
    noticedBy: 'pod-first-process',
    change: inContainer(name, (container) => {
      container.command = ['npm', 'start'];
    }),
  },
  {
    done: 'a function gets a token for the cluster',
    noticedBy: 'pod-token',
    change: changed('Service', name, (service) => {
      delete service.spec.template.spec.automountServiceAccountToken;
    }),
  },
  {
    done: 'a function runs under the default account',
    noticedBy: 'pod-account',
    change: changed('Service', name, (service) => {
      delete service.spec.template.spec.serviceAccountName;
    }),
  },
  {
    done: 'all of the web may be on one node',
    noticedBy: 'pod-spread',
    change: changed('Deployment', 'web', ({ spec }) => {
      delete spec.template.spec.topologySpreadConstraints;
    }),
  },
];
