'use client';
import type { Filter } from '@zerodo/domain/filter';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { inWords } from '@/lib/api.ts';
import { useFilterWords } from '@/words/use-filter-words.ts';
import { useProjectWords } from '@/words/use-project-words.ts';
import { useWords } from '@/words/use-words.ts';
import { go } from '../navigation/go.ts';
import { pathTo } from '../navigation/place.ts';
import { NameAndColour } from '../projects/name-and-colour.tsx';
import { TextField } from '../session/text-field.tsx';
import { ConditionBar } from './condition-bar.tsx';
import { type Conditions, tidy } from './conditions.ts';
import { useFilterActions } from './filter-actions.ts';

/** Characters. */
const longestName = 60;

type Props = {
  open: boolean;
  /** Null makes a new one. */
  filter: Filter | null;
  /** What a new one begins with. */
  asked: Conditions;
  onClose(): void;
};

/** What a filter is called, how it looks and what it asks for. */
export default function FilterWindow({ open, filter, asked, onClose }: Props) {
  const { frame } = useWords();
  const words = useFilterWords();
  return (
    <Modal open={open} onClose={onClose} title={filter ? words.editTitle : frame.newFilter}>
      {open && <FilterForm filter={filter} asked={asked} onClose={onClose} />}
    </Modal>
  );
}

function FilterForm({ filter, asked, onClose }: Omit<Props, 'open'>) {
  const words = useWords();
  const said = useFilterWords();
  const projects = useProjectWords();
  const actions = useFilterActions();
  const [name, setName] = useState(filter?.name ?? asked.q?.slice(0, longestName) ?? '');
  const [color, setColor] = useState(filter?.color ?? null);
  const [query, setQuery] = useState<Conditions>(tidy(filter?.query ?? asked));
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState(false);

  const save = async () => {
    setSending(true);
    const fields = { name: name.trim(), color, query: tidy(query) };
    try {
      const done = await (filter ? actions.edit(filter, fields) : actions.create(fields));
      onClose();
      if (!filter) go(pathTo.filter(done.id));
    } catch (error) {
      setProblem(inWords(error, words));
    }
    setSending(false);
  };

  return (
    <form
      className="mt-4 flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NameAndColour
        name={name}
        most={longestName}
        color={color}
        onName={(typed) => {
          setName(typed);
          setProblem(undefined);
        }}
        onColor={setColor}
      />
      <div>
        <p aria-hidden className="mb-2 text-sm font-medium">
          {said.conditions}
        </p>
        <ConditionBar asked={query} onAsked={setQuery} wraps />
      </div>
      <TextField
        label={said.words}
        value={query.q ?? ''}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setQuery({ ...query, q: target.value })}
      />
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{projects.cancel}</Button>
        <Button type="submit" variant="primary" disabled={sending || name.trim() === ''}>
          {filter ? projects.save : said.make}
        </Button>
      </div>
    </form>
  );
}
