import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import type { Person } from '../features/session/person.ts';
import { type Speech, speechFor } from '../words/language.ts';
import { config } from './config.ts';
import { identity } from './identity.ts';
import { isOperator } from './operators.ts';
import { readSession } from './read-session.ts';

/** Who is looking at the page, or null; asked once per request. */
export const whoIsHere = cache(async (): Promise<Person | null> => {
  const incoming = await headers();
  const auth = identity();
  const session = await readSession(auth, incoming);
  if (!session) return null;
  const { id, name, email, locale } = session.user;
  const operator = await isOperator(auth, config(), session.user);
  return { id, name, email, locale: locale ?? null, operator };
});

/** How the page speaks to whoever looks at it, also while it cannot be told who that is. */
export async function speechHere(): Promise<Speech> {
  const [person, incoming] = await Promise.all([whoIsHere().catch(() => null), headers()]);
  return speechFor(person?.locale ?? null, incoming.get('accept-language'));
}
