import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../tool.ts';

const clouds = ['minikube', 'kind', 'aks', 'gke', 'oke', 'doks'];

/** What a dry run of a set-up prints, where the environment says nothing. */
async function dryRun(cloud: string): Promise<string> {
  const host = ['minikube', 'kind'].includes(cloud) ? [] : ['--host', 'zerodo.example.com'];
  const { stdout } = await promisify(execFile)(
    join(root, 'scripts', `setup-${cloud}`),
    [...host, '--dry-run'],
    {
      env: { PATH: process.env.PATH },
    },
  );
  return stdout.trim();
}

/** The pages `docs/how-to/run-on-<cloud>.md`, with what a dry run prints today between their marks. */
export async function renderSetupPages(): Promise<Record<string, string>> {
  const pages = clouds.map(async (cloud) => {
    const name = `run-on-${cloud}.md`;
    const page = await readFile(join(root, 'docs/how-to', name), 'utf8');
    const [before, after] = [page.split('<!-- generated -->')[0], page.split('<!-- end -->')[1]];
    const block = `<!-- generated -->\n\`\`\`sh\n${await dryRun(cloud)}\n\`\`\`\n<!-- end -->`;
    return [name, `${before}${block}${after}`] as const;
  });
  return Object.fromEntries(await Promise.all(pages));
}
