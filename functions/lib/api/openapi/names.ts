import type { Route } from '../route.ts';

/** `getTasksIdHistory`: from method and path alone, so that it stays when anything else changes. */
export const operationId = ({ method, path }: Route): string =>
  `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, letter) => letter.toUpperCase())}`;

/** The noun that a path begins with: `push-subscriptions` is `Push subscriptions`. */
export function tagOf({ path }: Route): string {
  const noun = path
    .split('/')[1]!
    .replace(/\.\w+$/, '')
    .replaceAll('-', ' ');
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}
