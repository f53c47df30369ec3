'use client';
import type { Label } from '@zerodo/domain/label';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { useLabelWords } from '@/words/use-label-words.ts';
import { useProjectWords } from '@/words/use-project-words.ts';
import { useWords } from '@/words/use-words.ts';
import { go } from '../navigation/go.ts';
import { pathTo } from '../navigation/place.ts';
import { NameAndColour } from '../projects/name-and-colour.tsx';
import { useLabelActions } from './label-actions.ts';

type Props = { open: boolean; label: Label; onClose(): void };

/** What a label is called and how it looks, on every task; or that it goes from all of them. */
export default function LabelWindow({ open, label, onClose }: Props) {
  const words = useLabelWords();
  return (
    <Modal open={open} onClose={onClose} title={words.editTitle}>
      {open && <LabelForm label={label} onClose={onClose} />}
    </Modal>
  );
}

function LabelForm({ label, onClose }: Omit<Props, 'open'>) {
  const { tasks } = useWords();
  const words = useLabelWords();
  const projects = useProjectWords();
  const actions = useLabelActions();
  const [name, setName] = useState(label.name);
  const [color, setColor] = useState(label.color);
  const [asks, setAsks] = useState(false);

  const save = async () => {
    const newName = name.trim();
    const renamed = newName !== label.name;
    if (!(await actions.edit(label.name, { ...(renamed && { newName }), color }))) return;
    onClose();
    if (renamed) go(pathTo.label(newName));
  };
  const remove = async () => {
    if (!(await actions.remove(label.name))) return;
    onClose();
    go(pathTo.today);
  };

  return (
    <form
      className="mt-4 flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NameAndColour name={name} most={60} color={color} onName={setName} onColor={setColor} />
      {asks && (
        <p role="alert" className="text-sm text-danger">
          {words.removeWords(tasks.count(label.openTasks))}
        </p>
      )}
      <div className="flex flex-wrap justify-between gap-2">
        {asks ? (
          <Button variant="destroy" onClick={() => void remove()}>
            {words.removeSure}
          </Button>
        ) : (
          <Button variant="danger" onClick={() => setAsks(true)}>
            {words.remove}
          </Button>
        )}
        <div className="flex gap-2">
          <Button onClick={onClose}>{projects.cancel}</Button>
          <Button type="submit" variant="primary" disabled={name.trim() === ''}>
            {projects.save}
          </Button>
        </div>
      </div>
    </form>
  );
}
