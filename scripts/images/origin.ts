import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What an image is made of: the version of package.json, and the commit where there is one. */
export type Origin = {
  version: string;
  /** The commit, with `-dirty` when files differ from it. */
  revision?: string;
  /** Where the sources are, without a name or password. */
  source?: string;
  /** The time of the commit: it stands in for the time of the build, so that the same sources give the same image. */
  created: Date;
};

const run = promisify(execFile);

/** Reads where the sources in `root` come from; a folder without git has a version only, and SOURCE_DATE_EPOCH for its time. */
export async function originOf(root: string, env = process.env): Promise<Origin> {
  const git = (...args: string[]): Promise<string> =>
    run('git', ['-C', root, ...args]).then(
      ({ stdout }) => stdout.trim(),
      () => '',
    );
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const [commit = '', seconds] = (await git('log', '-1', '--format=%H %ct')).split(' ');
  const dirty = commit && (await git('status', '--porcelain')) ? '-dirty' : '';
  const source = publicAddress(await git('config', 'remote.origin.url'));
  return {
    version,
    ...(commit && { revision: commit + dirty }),
    ...(source && { source }),
    created: new Date(Number(env.SOURCE_DATE_EPOCH ?? seconds ?? 0) * 1000),
  };
}

/** A remote as people open it; `git@host:path` becomes https, and credentials are dropped. */
export function publicAddress(remote: string): string | undefined {
  const [, host, path] = /^[\w.-]+@([\w.-]+):(.+)$/.exec(remote) ?? [];
  const address = host ? `https://${host}/${path}` : remote;
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return undefined;
  return Object.assign(new URL(address), { username: '', password: '' }).href.replace(/\.git$/, '');
}
