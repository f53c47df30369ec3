'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { limits } from '@zerodo/domain/limits';
import { FileUp } from 'lucide-react';
import { useId, useState } from 'react';
import { Card } from '../parts/card.tsx';
import { Says } from '../parts/says.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { guessFormat } from './guess-format.ts';
import { importFile, type Wish } from './import-file.ts';
import { ImportForm } from './import-form.tsx';
import { ImportResult } from './import-result.tsx';

export type Chosen = { name: string; size: number; content: string };

/** A file is chosen, looked at, imported; what could not be read is named. */
export function ImportCard() {
  const { data: words } = useSettingsWords();
  const client = useQueryClient();
  const id = useId();
  const [file, setFile] = useState<Chosen | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const run = useMutation({
    mutationFn: (wish: Wish) => importFile(wish),
    onSuccess: () => setFile(null),
    onSettled: () => client.invalidateQueries(),
  });

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    run.reset();
    setFile(null);
    setRefused(chosen.size > limits.importBytes ? words.tooLarge : null);
    if (chosen.size > limits.importBytes) return;
    await chosen.text().then(
      (content) => setFile({ name: chosen.name, size: chosen.size, content }),
      () => setRefused(words.unreadable),
    );
  };

  return (
    <Card title={words.import} hint={words.importHint}>
      <label
        htmlFor={id}
        className="inline-flex h-10 cursor-pointer items-center gap-2 rounded-lg border border-line bg-surface px-4 text-sm font-medium hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        <FileUp aria-hidden className="size-4" />
        {words.choose}
        <input
          id={id}
          type="file"
          accept=".json,.csv,.ics,.txt,application/json,text/csv,text/calendar,text/plain"
          className="sr-only"
          onChange={({ target }) => {
            void choose(target.files?.[0]);
            // The same file again, once it is mended, is another choice.
            target.value = '';
          }}
        />
      </label>
      {refused && (
        <div className="mt-3">
          <Says kind="problem">{refused}</Says>
        </div>
      )}
      {file && (
        <ImportForm
          key={file.name + file.content.length}
          file={file}
          guessed={guessFormat(file.content)}
          busy={run.isPending}
          onImport={run.mutate}
        />
      )}
      <ImportResult
        answer={run.data}
        error={run.error}
        onWithout={() => run.variables && run.mutate({ ...run.variables, partial: true })}
      />
    </Card>
  );
}
