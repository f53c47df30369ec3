'use client';
import { useQuery } from '@tanstack/react-query';
import type { ImportFormat } from '@zerodo/domain/import';
import { LoaderCircle } from 'lucide-react';
import { type FormEvent, useId } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useWords } from '@/words/use-words.ts';
import { projectList } from '../../projects/project-queries.ts';
import { control } from '../parts/row.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import type { Chosen } from './import-card.tsx';
import type { Wish } from './import-file.ts';

type Props = { file: Chosen; guessed: ImportFormat; busy: boolean; onImport(wish: Wish): void };

const formats = ['json', 'csv', 'ics', 'todoist', 'vikunja'] as const satisfies ImportFormat[];

/** What is known of the chosen file, and how to take it. */
export function ImportForm({ file, guessed, busy, onImport }: Props) {
  const { data: words } = useSettingsWords();
  const { locale } = useWords();
  const { data: projects } = useQuery(projectList);
  const id = useId();
  const size = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  }).format(file.size / 1000);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    onImport({
      content: file.content,
      format: fields.get('format') as ImportFormat,
      partial: fields.has('partial'),
      project: String(fields.get('project')) || null,
    });
  };
  return (
    <form onSubmit={send} className="mt-3 flex flex-col items-start gap-3 rounded-xl bg-sunken p-3 text-sm">
      <p className="font-medium [overflow-wrap:anywhere]">{words.chosen(file.name, size)}</p>
      <div className="grid w-full gap-x-3 gap-y-2 sm:grid-cols-[auto_1fr] sm:items-center">
        <label htmlFor={`${id}-format`}>{words.format}</label>
        <select id={`${id}-format`} name="format" defaultValue={guessed} className={control}>
          {formats.map((format) => (
            <option key={format} value={format}>
              {format === guessed ? words.guess(words.formats[format]) : words.formats[format]}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-project`}>{words.project}</label>
        <select id={`${id}-project`} name="project" defaultValue="" className={control}>
          <option value="">{words.inbox}</option>
          {projects?.items
            .filter(({ isInbox, role }) => !isInbox && role !== 'viewer')
            .map((project) => (
              <option key={project.id} value={project.name}>
                {project.name}
              </option>
            ))}
        </select>
      </div>
      <label className="flex items-start gap-2.5 py-1">
        <input type="checkbox" name="partial" className="mt-0.5 size-4 shrink-0 accent-accent" />
        {words.partial}
      </label>
      <Button type="submit" variant="primary" disabled={busy}>
        {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
        {busy ? words.importing : words.start}
      </Button>
    </form>
  );
}
