'use client';
import dynamic from 'next/dynamic';
import { useWords } from '@/words/use-words.ts';
import { StatisticsSkeleton } from '../statistics/statistics-skeleton.tsx';

// The words of the statistics come with them, and nobody loads two languages.
const pages = {
  en: dynamic(() => import('../statistics/in-english.tsx'), { loading: StatisticsSkeleton }),
  de: dynamic(() => import('../statistics/in-german.tsx'), { loading: StatisticsSkeleton }),
};

/** What was completed, in numbers and pictures. */
export default function StatisticsView() {
  const { locale } = useWords();
  const Page = pages[locale.startsWith('de') ? 'de' : 'en'];
  return <Page />;
}
