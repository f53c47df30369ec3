'use client';
import { statistics } from '@/words/german/statistics.ts';
import { StatisticsPage } from './statistics-page.tsx';
import { StatisticsWordsContext } from './statistics-words.ts';

export default function InGerman() {
  return (
    <StatisticsWordsContext value={statistics}>
      <StatisticsPage />
    </StatisticsWordsContext>
  );
}
