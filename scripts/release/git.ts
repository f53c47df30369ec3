import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Complaint } from '../start/complaint.ts';
import type { Commit } from './changelog.ts';

const run = promisify(execFile);

/** What a release has to know of the repository in `root`. */
export type Repository = {
  branch: string;
  clean: boolean;
  /** The version of the newest release that the current commit comes after. */
  last?: string;
  /** Those since, the oldest first. */
  commits: Commit[];
  tags: string[];
  files: string[];
};

/** @throws Complaint where there is no repository */
export async function readRepository(root: string): Promise<Repository> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-C', root, ...args], { maxBuffer: 64 * 2 ** 20 })).stdout.trim();
  const branch = await git('branch', '--show-current').catch(() => {
    throw new Complaint('A release is made of a repository: clone it with git.');
  });
  const tag = await git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*.[0-9]*.[0-9]*').catch(
    () => '',
  );
  const log = await git('log', '--reverse', '--format=%H%x1f%s%x1f%b%x1e', ...(tag ? [`${tag}..HEAD`] : []));
  return {
    branch,
    clean: (await git('status', '--porcelain')) === '',
    ...(tag && { last: tag.slice(1) }),
    commits: log
      .split('\x1e')
      .map((entry) => entry.trim().split('\x1f'))
      .filter(([id]) => id)
      .map(([id = '', subject = '', body = '']) => ({ id, subject, body })),
    tags: (await git('tag', '--list')).split('\n'),
    files: (await git('ls-files')).split('\n'),
  };
}
