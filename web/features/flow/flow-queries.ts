import { queryOptions } from '@tanstack/react-query';
import type { DeadLetterPage, Flow, Resent, ResentLetters, Topology } from '@zerodo/domain/flow';
import type { OperatorsHealth } from '@zerodo/domain/health';
import { call } from '../../lib/api.ts';

export const topology = queryOptions({
  queryKey: ['flow', 'topology'] as const,
  queryFn: ({ signal }) => call<Topology>('GET', '/flow/topology', { signal }),
  // It changes with a release.
  staleTime: Number.POSITIVE_INFINITY,
});

export const deadLetters = queryOptions({
  queryKey: ['flow', 'dead-letters'] as const,
  queryFn: ({ signal }) => call<DeadLetterPage>('GET', '/dead-letters', { signal }),
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
export const resendAll = (): Promise<ResentLetters> => call('POST', '/dead-letters/resend');
