/**
 * Shows another view without asking the server for a page: the views read the API themselves, and
 * what was read before shows at once. Next follows the address (usePathname, useSearchParams).
 */
export function go(path: string): void {
  if (path === window.location.pathname + window.location.search) return;
  window.history.pushState(null, '', path);
  window.scrollTo(0, 0);
}
