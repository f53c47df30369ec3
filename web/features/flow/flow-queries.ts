import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { DeadLetterPage, Flow, Resent, ResentLetters, Topology } from '@zerodo/domain/flow';
import type { OperatorsHealth } from '@zerodo/domain/health';
import { call } from '../../lib/api.ts';

export const topology = queryOptions({
  queryKey: ['flow', 'topology'] as const,
  queryFn: ({ signal }) => call<Topology>('GET', '/flow/topology', { signal }),
  // It changes with a release.
  staleTime: Number.POSITIVE_INFINITY,
});

/** Two hundred at a time, the oldest first. */
export const deadLetters = infiniteQueryOptions({
  queryKey: ['flow', 'dead-letters'] as const,
  queryFn: ({ pageParam, signal }) =>
    call<DeadLetterPage>(
      'GET',
      pageParam ? `/dead-letters?${new URLSearchParams({ cursor: pageParam })}` : '/dead-letters',
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page: DeadLetterPage) => page.nextCursor,
});

/** Read again while the page can be seen. */
export const operatorsHealth = queryOptions({
  queryKey: ['flow', 'health'] as const,
  queryFn: ({ signal }) => call<OperatorsHealth>('GET', '/health/parts', { signal }),
  refetchInterval: 10_000,
});

/** What came after a moment; the last ten minutes without one. */
export const readFlow = (after: string | null, signal: AbortSignal): Promise<Flow> =>
  call<Flow>('GET', after ? `/flow?${new URLSearchParams({ after })}` : '/flow', { signal });

export const resend = (id: string): Promise<Resent> => call('POST', `/dead-letters/${id}/resend`);

/** Asks until every one has been tried once: an answer tells of a hundred, and begins with those that were not tried yet. */
export async function resendAll(): Promise<ResentLetters> {
  const tried = new Map<string, Resent>();
  for (;;) {
    const { sent, left } = await call<ResentLetters>('POST', '/dead-letters/resend');
    const fresh = sent.filter(({ id }) => !tried.has(id));
    for (const letter of fresh) tried.set(letter.id, letter);
    if (left === 0 || fresh.length < sent.length || fresh.length === 0) {
      return { sent: [...tried.values()], left };
    }
  }
}
