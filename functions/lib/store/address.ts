/**
 * A server's address as the driver wants it. libpq names a Unix socket by the folder that it is in, `?host=/folder`, and by the
 * port; the driver by its file.
 */
export function addressOf(named: string): { url: string; path?: string } {
  if (!named.includes('host=')) return { url: named };
  const url = new URL(named);
  const folder = url.searchParams.get('host');
  url.searchParams.delete('host');
  return { url: url.href, ...(folder && { path: `${folder}/.s.PGSQL.${url.port || 5432}` }) };
}
