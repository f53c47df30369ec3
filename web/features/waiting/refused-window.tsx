'use client';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { inWords, Refused } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { useWaitingWords } from '@/words/use-waiting-words.ts';
import { useWords } from '@/words/use-words.ts';
import { changeWaiting } from '../tasks/change-task.ts';
import { knownTask } from '../tasks/task-queries.ts';
import { forgetRefused, onRefused, refusedChanges } from './refused-changes.ts';
import { thisTab } from './this-tab.ts';
import { typedIn, type WaitingChange } from './waiting-change.ts';

type Props = { open: boolean; onClose(): void };

const none: readonly WaitingChange[] = [];

/** What was typed for changes that were refused: to be read, copied, sent again or thrown away. */
export default function RefusedWindow({ open, onClose }: Props) {
  const words = useWaitingWords();
  const changes = useSyncExternalStore(onRefused, refusedChanges, () => none);
  const after = () => {
    if (refusedChanges().length === 0) onClose();
  };
  return (
    <Modal open={open && changes.length > 0} onClose={onClose} title={words.title} description={words.intro}>
      <ul className="mt-3 flex flex-col divide-y divide-line">
        {changes.map((change) => (
          <RefusedChange key={change.key} change={change} onDone={after} />
        ))}
      </ul>
    </Modal>
  );
}

function RefusedChange({ change, onDone }: { change: WaitingChange; onDone(): void }) {
  const client = useQueryClient();
  const words = useWords();
  const said = { ...words.waiting, ...useWaitingWords() };
  const [copied, setCopied] = useState(false);
  const { refused, before } = change;
  const typed = typedIn(change) ?? '';
  const theirs = refused?.theirs && typedIn({ body: theirTexts(change, refused.theirs) });

  const again = () => {
    const latest = knownTask(client, change.id) ?? refused?.theirs;
    const { refused: _, ...sent } = change;
    const upon = before &&
      latest && {
        before: latest,
        after: change.after && { ...latest, ...change.body },
        version: latest.version,
      };
    forgetRefused(change);
    // Refused once more it comes back to this list.
    changeWaiting(client, { ...sent, ...upon, key: newId(), tab: thisTab }).catch(() => undefined);
    onDone();
  };
  const copy = async () => setCopied(await write(typed));

  return (
    <li className="flex flex-col gap-2 py-3 text-sm">
      <p className="font-medium">{before ? said.editOf(before.title) : said.newTask}</p>
      {refused && (
        <p className="text-danger">{inWords(new Refused(0, refused.code, refused.message), words)}</p>
      )}
      <Text label={said.yours}>{typed}</Text>
      {theirs && <Text label={said.theirs}>{theirs}</Text>}
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" onClick={again}>
          {theirs ? said.useMine : said.again}
        </Button>
        <Button size="small" variant="outline" onClick={() => void copy()}>
          <span role="status">{copied ? said.copied : said.copy}</span>
        </Button>
        <Button
          size="small"
          onClick={() => {
            forgetRefused(change);
            onDone();
          }}
        >
          {said.discard}
        </Button>
      </div>
    </li>
  );
}

const Text = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <p className="text-[0.8125rem] text-muted">{label}</p>
    <p className="max-h-40 overflow-y-auto rounded-lg bg-sunken px-2.5 py-2 break-words whitespace-pre-wrap select-text">
      {children}
    </p>
  </div>
);

/** The same fields as the other one has left them. */
const theirTexts = ({ body }: WaitingChange, theirs: object): object =>
  Object.fromEntries(Object.entries(theirs).filter(([field]) => field in (body ?? {})));

/** Copying needs https or this machine; elsewhere the text can be marked. */
const write = (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false);
