import 'server-only';
import { zoneCookie } from './zone-cookie.ts';

type Cookies = { get(name: string): { value: string } | undefined };

/** The zone that the browser told last time; UTC until it has, or when what it told is none. */
export function zoneOf(cookies: Cookies): string {
  const told = decodeURIComponent(cookies.get(zoneCookie)?.value ?? 'UTC');
  try {
    return new Intl.DateTimeFormat('en', { timeZone: told }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
