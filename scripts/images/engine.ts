import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Complaint } from '../start/complaint.ts';
import { contexts } from './contexts.ts';
import type { Origin } from './origin.ts';

const run = promisify(execFile);

export const engineNames = ['docker', 'podman', 'buildah'] as const;
export type EngineName = (typeof engineNames)[number];

/** What an engine is asked to build. */
export type Build = {
  image: string;
  ref: string;
  base: string;
  platform?: string;
  origin: Origin;
};

/** How to ask whether an engine can work: docker needs a daemon, the others need their storage. */
const question: Record<EngineName, string[]> = {
  docker: ['version', '--format', '{{.Server.Version}}'],
  podman: ['info', '--format', '{{.Version.Version}}'],
  buildah: ['info'],
};

/**
 * The first engine that answers, or `wanted`.
 *
 * @throws Complaint when none does
 */
export async function findEngine(wanted?: EngineName): Promise<EngineName> {
  for (const name of wanted ? [wanted] : engineNames) if (await answers(name)) return name;
  throw new Complaint(
    wanted
      ? `${wanted} does not answer: install or start it, or leave --engine out.`
      : 'No container engine answers: start Docker, or install podman or buildah (on Debian: apt-get install podman).',
  );
}

const answers = (name: EngineName): Promise<boolean> =>
  run(name, question[name], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );

/** Which Dockerfile an image is built from; every function from the same. */
export const recipeOf = (image: string): string =>
  ({
    web: 'web/Dockerfile',
    migrate: 'functions/lib/store/Dockerfile',
    verify: 'scripts/verify/Dockerfile',
  })[image] ?? 'functions/Dockerfile';

/** The arguments that make `engine` build an image; nothing that runs while it is built needs a network. */
export function buildArguments(engine: EngineName, { image, ref, base, platform, origin }: Build): string[] {
  const labels = {
    version: origin.version,
    revision: origin.revision,
    source: origin.source,
    created: origin.created.toISOString(),
    'base.name': base,
  };
  return [
    'build',
    ...['--file', recipeOf(image), '--tag', ref, '--build-arg', `BASE_IMAGE=${base}`],
    ...(recipeOf(image) === 'functions/Dockerfile' ? ['--build-arg', `FUNCTION=${image}`] : []),
    ...(platform ? ['--platform', platform] : []),
    // buildah refuses it where it isolates by chroot alone.
    ...(engine === 'buildah' ? [] : ['--network', 'none']),
    ...Object.entries(labels).flatMap(([name, value]) =>
      value ? ['--label', `org.opencontainers.image.${name}=${value}`] : [],
    ),
    `${contexts}/${image}`,
  ];
}

/** @throws Complaint with the end of what the engine said */
export async function ask(engine: EngineName, args: string[], cwd: string): Promise<void> {
  await run(engine, args, { cwd, maxBuffer: 64 * 2 ** 20 }).catch(({ stdout = '', stderr = '', message }) => {
    const said = `${stdout}\n${stderr}`.trim() || message;
    throw new Complaint(`${shown(engine, args)}\nfailed; the end of what it said:\n${said.slice(-3000)}`);
  });
}

/** The size of an image in bytes, its base included; undefined where the engine does not tell. */
export async function sizeOf(engine: EngineName, ref: string): Promise<number | undefined> {
  if (engine === 'buildah') return undefined;
  const { stdout } = await run(engine, ['image', 'inspect', '--format', '{{.Size}}', ref]);
  return Number(stdout.trim());
}

/** A command as one could type it. */
export const shown = (engine: EngineName, args: string[]): string =>
  [engine, ...args]
    .map((arg) => (/^[\w./:=@,-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`))
    .join(' ');
