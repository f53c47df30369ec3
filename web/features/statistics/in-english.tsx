'use client';
import { statistics } from '@/words/english/statistics.ts';
import { StatisticsPage } from './statistics-page.tsx';
import { StatisticsWordsContext } from './statistics-words.ts';

export default function InEnglish() {
  return (
    <StatisticsWordsContext value={statistics}>
      <StatisticsPage />
    </StatisticsWordsContext>
  );
}
