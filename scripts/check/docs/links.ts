import { dirname, join, normalize } from 'node:path/posix';
import type { Findings } from '../check.ts';
import type { Page } from './page.ts';

const elsewhere = /^[a-z][a-z0-9+.-]*:|^\/\//i;

/**
 * Links that lead nowhere within the project: to a file or folder that is not there, or to an anchor that its page does not have.
 * Addresses elsewhere are not asked for.
 */
export function brokenLinks(pages: Page[], files: string[]): Findings {
  const known = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) =>
    page.links
      .filter((target) => !elsewhere.test(target))
      .flatMap((target) => {
        const [path = '', anchor] = target.split('#');
        const led = path === '' ? page.path : normalize(join(dirname(page.path), decodeURI(path)));
        const file = led.replace(/\/$/, '');
        if (file !== '.' && !known.has(file)) return [`${page.path}: ${target} leads to nothing`];
        const reached = byPath.get(file);
        return anchor && reached && !reached.anchors.has(anchor)
          ? [`${page.path}: ${target}: that page has no such heading`]
          : [];
      }),
  );
}

function foldersOf(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}
