'use client';
import type { Project } from '@zerodo/domain/project';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { useBoardWords } from '@/words/use-board-words.ts';
import { useProjectWords } from '@/words/use-project-words.ts';
import { useKeptText } from '../drafts/use-kept-text.ts';
import { go } from '../navigation/go.ts';
import { pathTo } from '../navigation/place.ts';
import { TextField } from '../session/text-field.tsx';
import { LookChoice } from './look-choice.tsx';
import { NameAndColour } from './name-and-colour.tsx';
import { useProjectActions } from './project-actions.ts';
import { SectionList, type SectionRow, sectionsFrom, sectionsTo } from './section-list.tsx';

type Props = { open: boolean; project: Project | null; onClose(): void };

/** Makes a project, or changes what it is called, how it looks and how it is divided. */
export default function ProjectWindow({ open, project, onClose }: Props) {
  const words = useProjectWords();
  return (
    <Modal open={open} onClose={onClose} title={project ? words.editTitle : words.newTitle}>
      {/* Anew each time that it is opened. */}
      {open && <ProjectForm project={project} onClose={onClose} />}
    </Modal>
  );
}

function ProjectForm({ project, onClose }: Omit<Props, 'open'>) {
  const words = useProjectWords();
  const board = useBoardWords();
  const actions = useProjectActions();
  const field = (name: string) => `project ${project?.id ?? 'new'} ${name}`;
  const [name, setName, forgetName] = useKeptText(field('name'), project?.name ?? '');
  const [description, setDescription, forgetDescription] = useKeptText(
    field('description'),
    project?.description ?? '',
  );
  const close = () => {
    forgetName();
    forgetDescription();
    onClose();
  };
  const [color, setColor] = useState(project?.color ?? null);
  const [look, setLook] = useState(project?.defaultView ?? 'list');
  const [sections, setSections] = useState<SectionRow[]>(() => sectionsFrom(project?.sections ?? []));
  const [sending, setSending] = useState(false);

  const save = async () => {
    setSending(true);
    const fields = { name: name.trim(), description: description.trim(), color, defaultView: look };
    const rows = sectionsTo(sections);
    const done = project
      ? await actions.edit(project, { ...fields, sections: rows })
      : await actions.create({
          ...fields,
          sections: rows.map((row) => (typeof row === 'string' ? row : row.name)),
        });
    setSending(false);
    if (!done) return;
    close();
    if (!project) go(pathTo.project(done.id));
  };

  return (
    <form
      className="mt-4 flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NameAndColour name={name} most={120} color={color} onName={setName} onColor={setColor} />
      <TextField
        label={words.description}
        value={description}
        maxLength={2000}
        autoComplete="off"
        onChange={({ target }) => setDescription(target.value)}
      />
      <SectionList rows={sections} onRows={setSections} />
      <div className="flex items-center justify-between gap-3 text-sm font-medium">
        {board.look}
        <LookChoice look={look} onLook={setLook} />
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={close}>{words.cancel}</Button>
        <Button type="submit" variant="primary" disabled={sending || name.trim() === ''}>
          {project ? words.save : words.make}
        </Button>
      </div>
    </form>
  );
}
