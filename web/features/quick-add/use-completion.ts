'use client';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { labelList } from '../labels/label-queries.ts';
import { membersOf } from '../projects/member-queries.ts';
import { projectList, projectNamed } from '../projects/project-queries.ts';
import { completed, type Mark, suggestions, tokenAt } from './completion.ts';

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** The project that the words name: a section is read only with one. */
  project: string | null | undefined;
  /** The project that it goes to where the words name none: who can do it belongs to one. */
  projectId: string | undefined;
  onText(text: string): void;
};

/** Offers names while one is written. Projects have to be there, so the first is meant; labels may be new. */
export function useCompletion({ field, text, project, projectId, onText }: Props) {
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const { data: projects } = useQuery({ ...projectList, enabled: false });
  const { data: labels } = useQuery({ ...labelList, enabled: false });

  const token = tokenAt(text, Math.min(caret, text.length));
  const named = project ? projectNamed(projects, project) : undefined;
  const where = named?.id ?? projectId;
  const { data: members } = useQuery({
    ...membersOf(where ?? ''),
    enabled: token?.mark === '+' && where !== undefined,
  });
  const names = (mark: Mark): string[] => {
    if (mark === '@') return labels?.items.map(({ name }) => name) ?? [];
    if (mark === '#') {
      return (projects?.items ?? [])
        .filter(({ isInbox, archivedAt, role }) => !isInbox && !archivedAt && role !== 'viewer')
        .map(({ name }) => name);
    }
    if (mark === '+') return [...new Set(members?.items.flatMap(({ name }) => name ?? []))];
    return named?.sections ?? [];
  };
  const offered = token && dismissed !== text ? suggestions(names(token.mark), token.typed) : [];
  const usual = token?.mark === '#' && token.typed !== '' ? 0 : -1;
  const current = offered.length > 0 ? Math.min(at ?? usual, offered.length - 1) : -1;

  const choose = (name: string) => {
    if (!token) return;
    const next = completed(text, token, caret, name);
    flushSync(() => {
      onText(next.text);
      setCaret(next.caret);
      setAt(null);
    });
    field.current?.focus();
    field.current?.setSelectionRange(next.caret, next.caret);
  };

  /** True when the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (offered.length === 0) return false;
    const { key } = event;
    if (key === 'ArrowDown') setAt((current + 1) % offered.length);
    else if (key === 'ArrowUp') setAt((Math.max(current, 0) - 1 + offered.length) % offered.length);
    else if (key === 'Escape') setDismissed(text);
    else if (key === 'Tab' && !event.shiftKey) choose(offered[Math.max(current, 0)] ?? '');
    else if (key === 'Enter' && current >= 0) choose(offered[current] ?? '');
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return {
    id,
    mark: token?.mark,
    offered,
    current,
    choose,
    onKey,
    /** Told after each change and each move in the field. */
    look: () => {
      setCaret(field.current?.selectionEnd ?? 0);
      setAt(null);
    },
  };
}

export type Completion = ReturnType<typeof useCompletion>;
