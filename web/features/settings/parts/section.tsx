'use client';
import { type ReactNode, useEffect } from 'react';
import type { SectionName } from '../sections.ts';
import { useSettingsWords } from '../words/settings-words.ts';

/** One page of the settings under its heading. */
export function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  const { frame } = useSettingsWords();
  const heading = frame.sections[name].name;
  useEffect(() => {
    document.title = `${heading} · Zerodo`;
  }, [heading]);
  return (
    <>
      <h1 className="px-1 pt-2 pb-4 text-2xl font-semibold tracking-tight">{heading}</h1>
      <div className="flex flex-col gap-5">{children}</div>
    </>
  );
}
