import type { KubernetesObject } from '../renderings.ts';

/** A part of an object, to be changed in whatever way. */
// biome-ignore lint/suspicious/noExplicitAny: A mutation breaks the shape on purpose.
export type Anything = any;

/** One thing done wrong, and what has to notice it. */
export type Mutation = {
  /** What somebody did, as a sentence about the manifests. */
  done: string;
  /** The rule of helm/policy that has to be broken by it, `schemas`, or the check of kube-score after `kube-score `. */
  noticedBy: string;
  /** Does it to a copy of the rendered objects, and gives what they are then. */
  change: (objects: KubernetesObject[]) => KubernetesObject[];
};

/** The object of a kind and name. */
function find(objects: KubernetesObject[], kind: string, name: string): Anything {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  if (found === undefined) throw new Error(`The chart renders no ${kind} ${name} any more.`);
  return found;
}

/** Changes one object. */
export const changed =
  (kind: string, name: string, change: (object: Anything) => void) =>
  (objects: KubernetesObject[]): KubernetesObject[] => {
    change(find(objects, kind, name));
    return objects;
  };

/** Changes what runs in the pods of a function. */
export const inContainer = (name: string, change: (container: Anything) => void) =>
  changed('Service', name, (service) => change(service.spec.template.spec.containers[0]));

/** Changes the annotations that say how a function scales. */
export const inScaling = (name: string, change: (annotations: Anything) => void) =>
  changed('Service', name, (service) => change(service.spec.template.metadata.annotations));

/** Leaves out an object. */
export const without =
  (kind: string, name: string) =>
  (objects: KubernetesObject[]): KubernetesObject[] => {
    const gone = find(objects, kind, name);
    return objects.filter((object) => object !== gone);
  };

/** Adds an object. */
export const withAlso =
  (object: KubernetesObject) =>
  (objects: KubernetesObject[]): KubernetesObject[] => [...objects, object];
