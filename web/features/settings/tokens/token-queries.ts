import { queryOptions } from '@tanstack/react-query';
import type { tokenScopes } from '@zerodo/domain/scopes';
import { ask } from '../ask.ts';

export type TokenScope = (typeof tokenScopes)[number];

/** A token as its person sees it (web/lib/api-tokens.ts). */
export type Token = {
  id: string;
  name: string | null;
  /** How it begins. */
  start: string | null;
  scopes: TokenScope[];
  createdAt: string | null;
  lastUsedAt: string | null;
  expiresAt: string | null;
};

export type NewToken = { name: string; scopes: TokenScope[]; expiresInDays?: number };

export const tokens = queryOptions({
  queryKey: ['tokens'] as const,
  queryFn: () => ask<{ items: Token[] }>('GET', '/api/tokens'),
});

export const makeToken = (token: NewToken) => ask<Token & { token: string }>('POST', '/api/tokens', token);

export const deleteToken = (id: string) => ask('DELETE', `/api/tokens/${id}`);
