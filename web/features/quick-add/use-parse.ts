'use client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import { useEffect, useState } from 'react';
import { call, mayPass } from '@/lib/api.ts';

/** What was understood, and of which text: while somebody types the two drift apart. */
export type Meaning = { text: string; parsed: QuickAdd };

/** What a line of words means; the same words on the same day mean the same, so it is kept. */
export const meaningOf = (text: string, timezone: string) =>
  queryOptions({
    queryKey: ['quick-add', timezone, text] as const,
    queryFn: async ({ signal }): Promise<Meaning> => ({
      text,
      parsed: await call<QuickAdd>('POST', '/quick-add/parse', { body: { text, timezone }, signal }),
    }),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: (failures, error) => failures < 1 && mayPass(error),
  });

const typingPause = 120;

/** Asks what `text` means once the typing pauses. Keeps the last answer, with its text, until the next. */
export function useParse(text: string, timezone: string) {
  const [settled, setSettled] = useState('');

  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : typingPause);
    return () => clearTimeout(timer);
  }, [text]);

  const { data, error } = useQuery({
    ...meaningOf(settled, timezone),
    enabled: settled.trim() !== '',
    placeholderData: (previous) => previous,
  });
  const nothing = text.trim() === '';
  return { meaning: nothing ? undefined : data, error: nothing || settled !== text ? null : error };
}
