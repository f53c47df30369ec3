import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Complaint } from '../start/complaint.ts';
import { ask, type EngineName } from './engine.ts';

const run = promisify(execFile);

/**
 * Makes a base image without a registry, of the node that runs this and the libraries that it is linked with: no shell and no
 * packages, as in distroless images. For trying and testing: nobody sends it security updates.
 *
 * @throws Complaint where node is not linked with glibc's shared libraries, as on macOS
 */
export async function makeLocalBase(root: string, engine: EngineName, ref: string): Promise<void> {
  const folder = join(root, '.zerodo', `images-base-${process.pid}`);
  const put = async (from: string, to: string) => {
    await mkdir(dirname(join(folder, to)), { recursive: true });
    await copyFile(await realpath(from), join(folder, to));
    await chmod(join(folder, to), 0o755);
  };
  try {
    await put(process.execPath, '/usr/local/bin/node');
    for (const library of await librariesOf(process.execPath)) await put(library, library);
    await mkdir(join(folder, 'tmp'));
    await chmod(join(folder, 'tmp'), 0o1777);
    await ask(engine, ['build', '--file', 'scripts/images/Dockerfile.base', '--tag', ref, folder], root);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function librariesOf(program: string): Promise<string[]> {
  const { stdout } = await run('ldd', [program]).catch(() => ({ stdout: '' }));
  const paths = librariesIn(stdout);
  if (process.platform !== 'linux' || paths.length === 0)
    throw new Complaint(
      'A base image can be made here only on Linux with glibc; take --base and an image that there is.',
    );
  return paths;
}

/** The paths in what `ldd` says, in its two forms: `name => path (address)` and `path (address)`. */
export const librariesIn = (said: string): string[] =>
  [...said.matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, path]) => path!);
