'use client';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useFilterWords } from '@/words/use-filter-words.ts';
import { useWords } from '@/words/use-words.ts';
import { labelList } from '../labels/label-queries.ts';
import { projectList } from '../projects/project-queries.ts';
import { choicesOf, chosenFrom, chosenOf } from './choices.tsx';
import { ConditionChip } from './condition-chip.tsx';
import { type ConditionName, type ConditionWords, conditionInWords, withName } from './condition-words.ts';
import type { Conditions } from './conditions.ts';
import { useProjectNames } from './use-project-names.ts';

const names: ConditionName[] = [
  ...(['due', 'priority', 'label', 'project', 'status', 'recurring', 'assignee', 'sort'] as const),
];
const severalOf: ConditionName[] = ['due', 'priority', 'label', 'project'];

const useConditionWords = (): ConditionWords => ({ ...useWords(), filters: useFilterWords() });

type Props = {
  asked: Conditions;
  onAsked(next: Conditions): void;
  /** All of them below each other, or, where it is narrow, in one line to be pushed aside. */
  wraps?: boolean;
};

/** A chip for everything that a list can be narrowed down to. */
export function ConditionBar({ asked, onAsked, wraps = false }: Props) {
  const words = useConditionWords();
  const bar = useRef<HTMLDivElement>(null);
  const { data: projects } = useQuery(projectList);
  const { data: labels } = useQuery(labelList);
  const nameOf = useProjectNames();
  const known = { projects: projects?.items ?? [], labels: labels?.items ?? [], words };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one fills in
    <div ref={bar} role="group" aria-label={words.filters.conditions}>
      <div
        className={
          wraps
            ? 'flex flex-wrap gap-1.5'
            : '-mx-3 mt-2 flex gap-1.5 overflow-x-auto px-3 py-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0'
        }
      >
        {names.map((name) => (
          <ConditionChip
            key={name}
            name={words.filters.names[name]}
            shown={conditionInWords(name, asked, words, nameOf)}
            inWords={(shown) => withName(name, shown, words)}
            choices={choicesOf(name, asked, known)}
            chosen={chosenOf(name, asked)}
            several={severalOf.includes(name)}
            container={bar}
            onChosen={(values) => onAsked(chosenFrom(name, asked, values))}
          />
        ))}
      </div>
    </div>
  );
}

/** What a filter asks for, to be read. */
export function useConditionsInWords(asked: Conditions): string {
  const words = useConditionWords();
  const nameOf = useProjectNames();
  const said = names.flatMap((name) => {
    const shown = conditionInWords(name, asked, words, nameOf);
    return shown ? withName(name, shown, words) : [];
  });
  return [...(asked.q ? [words.filters.quoted(asked.q)] : []), ...said].join(' · ');
}
