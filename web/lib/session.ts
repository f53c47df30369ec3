import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import type { Person } from '../features/session/person.ts';
import { identity } from './identity.ts';

/** Who is looking at the page, or null; asked once per request. */
export const whoIsHere = cache(async (): Promise<Person | null> => {
  const incoming = await headers();
  const session = await identity().api.getSession({ headers: incoming });
  if (!session) return null;
  const { id, name, email, locale } = session.user;
  return { id, name, email, locale: locale ?? null };
});
