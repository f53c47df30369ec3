import { readArgs } from '../read-args.ts';
import { Complaint } from '../start/complaint.ts';
import { type EngineName, engineNames } from './engine.ts';

export type Options = {
  images: string[];
  registry: string;
  tag: string;
  base: string;
  /** Make the base image here, of the node that runs this, instead of asking a registry for one. */
  localBase: boolean;
  /** As in `linux/arm64`; the engine's own when nobody says. */
  platform?: string;
  /** The one to use; the first that answers when nobody says. */
  engine?: EngineName;
  push: boolean;
  /** Only put together what goes into the images. */
  prepare: boolean;
  /** Print the engine's commands and change nothing. */
  dryRun: boolean;
};

/** Knative asks no registry about images of this name, so they can be loaded into a cluster on one machine. */
export const localRegistry = 'dev.local/zerodo';

/** What the Dockerfiles say too. */
export const officialBase = 'node:24-bookworm-slim';

/**
 * Reads what was typed behind `npm run images --`.
 *
 * @param all the images that there are
 * @throws Complaint about what is not understood
 */
export function readOptions(args: string[], all: string[], version: string): Options {
  const { values } = parsed(args);
  const images = (values.only ?? []).flatMap((names) => names.split(',')).filter(Boolean);
  const unknown = images.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Complaint(`There is no image ${unknown.join(', ')}. There are ${all.join(', ')}.`);
  const { registry = localRegistry, tag = version, base, platform, engine } = values;
  // https://github.com/opencontainers/distribution-spec: how a name and a tag may look.
  if (!/^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/.test(registry))
    throw new Complaint(
      `${registry} is no registry: it looks like registry.example.com/team, in small letters.`,
    );
  if (!/^\w[\w.-]{0,127}$/.test(tag))
    throw new Complaint(`${tag} is no tag: letters, digits, ".", "_" and "-", at most 128 of them.`);
  const known = engineNames.find((name) => name === engine);
  if (engine !== undefined && !known)
    throw new Complaint(`${engine} is no engine that is known here: take ${engineNames.join(', ')}.`);
  if (values.push && values.registry === undefined)
    throw new Complaint('Say where to push to: --registry registry.example.com/team.');
  if (base && values['local-base'])
    throw new Complaint(
      'Take either --base, an image that there is, or --local-base, one that is made here.',
    );
  return {
    images: images.length > 0 ? [...new Set(images)] : all,
    registry,
    tag,
    base: base ?? (values['local-base'] ? `${registry}/base:${tag}` : officialBase),
    localBase: values['local-base'],
    ...(platform && { platform }),
    ...(known && { engine: known }),
    push: values.push,
    prepare: values.prepare,
    dryRun: values['dry-run'],
  };
}

const parsed = (args: string[]) =>
  readArgs(
    {
      args,
      options: {
        only: { type: 'string', multiple: true },
        registry: { type: 'string' },
        tag: { type: 'string' },
        base: { type: 'string' },
        'local-base': { type: 'boolean', default: false },
        platform: { type: 'string' },
        engine: { type: 'string' },
        push: { type: 'boolean', default: false },
        prepare: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    },
    'See docs/how-to/build-images.md.',
  );
