import { functions } from '../render/functions.ts';
import { renderManifests } from '../render/manifests.ts';

/** Writes a folder whose files are all generated: what it does not name any more is removed. */
export type Generator = {
  /** Relative to the project. */
  folder: string;
  /** File names and their contents. */
  render: () => Promise<Record<string, string>> | Record<string, string>;
};

export const generators: Generator[] = [
  { folder: 'knative/local', render: () => renderManifests(functions) },
];
