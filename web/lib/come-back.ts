/** The header in which the proxy tells a layout which page was asked for. */
export const askedPath = 'zerodo-path';

/** Where to sign in, to come back to a page of ours afterwards. */
export function signInFor(path: string | null): string {
  const to = pathBack(path);
  return ['/', '/today'].includes(to) ? '/sign-in' : `/sign-in?${new URLSearchParams({ to })}`;
}

/** The page to come back to, never one of another host's. */
export function pathBack(to: string | null | undefined): string {
  const home = 'http://here';
  if (!to?.startsWith('/') || !URL.canParse(to, home)) return '/';
  const url = new URL(to, home);
  // Of a page that Next fetches for a link.
  url.searchParams.delete('_rsc');
  return url.origin === home ? url.pathname + url.search : '/';
}
