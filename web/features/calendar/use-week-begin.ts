'use client';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '@/words/use-words.ts';
import { ownPreferences } from '../settings/preferences/preference-queries.ts';
import { weekBegin } from './week-begin.ts';

/** The day on which this person's weeks begin; 0 is Sunday. */
export function useWeekBegin(): number {
  const { locale } = useWords();
  const { data } = useQuery(ownPreferences);
  return weekBegin(data?.weekStart ?? 'locale', locale);
}
