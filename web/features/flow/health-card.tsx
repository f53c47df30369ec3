'use client';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useWords } from '@/words/use-words.ts';
import { health as english } from '../../words/english/health.ts';
import { health as german } from '../../words/german/health.ts';
import { inLanguage } from '../../words/in-language.ts';
import { Trouble } from '../tasks/listing.tsx';
import { operatorsHealth } from './flow-queries.ts';
import { linesOf } from './health-lines.ts';
import { troublesIn } from './health-troubles.ts';

const useHealthWords = inLanguage({ en: english, de: german });

/** How the parts of the installation are; opened by whoever wants to know more than that all is well. */
export function HealthCard() {
  const words = useHealthWords();
  const { locale } = useWords();
  const { data, error, refetch } = useQuery(operatorsHealth);
  if (!data) return error ? <Trouble error={error} onRetry={() => void refetch()} /> : null;
  const troubles = troublesIn(data);
  const Icon = troubles > 0 ? CircleAlert : CircleCheck;
  return (
    <details className="mt-2 rounded-xl border border-line bg-surface">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-3 text-sm">
        <Icon aria-hidden className={clsx('size-4', troubles > 0 ? 'text-danger' : 'text-accent')} />
        <span className="font-semibold">{words.title}</span>
        <span className={troubles > 0 ? 'text-danger' : 'text-muted'}>
          {troubles > 0 ? words.troubles(troubles) : words.well}
        </span>
      </summary>
      <table className="w-full border-t border-line text-left text-sm">
        <caption className="sr-only">{words.parts}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.says}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(data, words, locale).map(({ name, says, trouble }) => (
            <tr key={name}>
              <th scope="row" className="py-1 pr-3 pl-3 align-top font-medium [overflow-wrap:anywhere]">
                {name}
              </th>
              <td className={clsx('py-1 pr-3', trouble ? 'text-danger' : 'text-muted')}>
                {trouble && <span className="sr-only">{words.trouble}: </span>}
                {says}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
