'use client';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { pathTo, sections } from './sections.ts';
import { useSettingsPlace } from './settings-context.ts';
import { useSettingsWords } from './words/settings-words.ts';

/** Where to go in the settings. */
export function SectionList() {
  const { frame } = useSettingsWords();
  const { person } = useSettingsPlace();
  return (
    <div className="mx-auto max-w-xl">
      <h1 className="px-1 pt-2 text-2xl font-semibold tracking-tight">{frame.title}</h1>
      <p className="mt-1 truncate px-1 text-sm text-muted">{person.email}</p>
      <ul className="mt-5 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        {sections.map(({ name, icon: Icon }) => (
          <li key={name}>
            <Link
              href={pathTo(name)}
              className="flex min-h-16 items-center gap-4 px-4 py-3 -outline-offset-2 hover:bg-sunken"
            >
              <Icon aria-hidden className="size-5 shrink-0 text-accent" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{frame.sections[name].name}</span>
                <span className="block text-sm text-muted">{frame.sections[name].about}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
