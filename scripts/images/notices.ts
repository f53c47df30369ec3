import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Package } from './lockfile.ts';

/** The licence texts of packages, which bundling leaves out and their licences want to go with every copy. */
export async function noticesOf(root: string, packages: Package[]): Promise<string> {
  const notices = await Promise.all(
    packages.map(async ({ folder, name, version, license }) => {
      const files = await readdir(join(root, folder)).catch(() => []);
      const texts = await Promise.all(
        files
          .filter((file) => /^(licen[cs]e|notice|copying)(\.|-|$)/i.test(file))
          .sort()
          .map((file) => readFile(join(root, folder, file), 'utf8')),
      );
      return `${name} ${version} (${license ?? 'no licence named'})\n\n${texts.map((text) => text.trim()).join('\n\n')}`;
    }),
  );
  return `${notices.map((notice) => notice.trimEnd()).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
