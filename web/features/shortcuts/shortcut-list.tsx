'use client';
import { Fragment } from 'react';
import { Key } from '@/components/ui/key.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { type ShortcutWords, useShortcutWords } from '@/words/use-shortcut-words.ts';
import { useWords } from '@/words/use-words.ts';
import type { Words } from '@/words/words.ts';
import { turnShortcuts, useShortcutsOn } from './shortcut-setting.ts';

type Shortcut = [keys: string[], does: string, pair?: true];
type Group = [title: string, shortcuts: Shortcut[]];

const groupsIn = ({ findOrDo, views }: Words['frame'], shortcuts: ShortcutWords): Group[] => [
  [
    shortcuts.groups.anywhere,
    [
      [['Ctrl K', '⌘ K'], findOrDo],
      [['q'], shortcuts.does.add],
      [['/'], shortcuts.does.search],
      [['n'], shortcuts.does.notifications],
      [['m'], shortcuts.does.sidebar],
      [['u'], shortcuts.does.undo],
      [['Esc'], shortcuts.does.escape],
      [['?'], shortcuts.does.list],
    ],
  ],
  [
    shortcuts.groups.go,
    [
      [['g', 't'], views.today, true],
      [['g', 'i'], views.inbox, true],
      [['g', 'u'], views.upcoming, true],
      [['g', 'k'], views.calendar, true],
      [['g', 'c'], views.completed, true],
      [['g', 'r'], views.recurring, true],
      [['g', 's'], views.statistics, true],
      [['g', 'n'], views.notifications, true],
    ],
  ],
  [
    shortcuts.groups.tasks,
    [
      [['j', '↓'], shortcuts.does.next],
      [['k', '↑'], shortcuts.does.previous],
      [['Enter'], shortcuts.does.open],
      [[shortcuts.space, 'e'], shortcuts.does.complete],
      [['x'], shortcuts.does.select],
      [['⇧ ↓', '⇧ ↑'], shortcuts.does.extend],
      [['d'], shortcuts.does.day],
      [['Alt ←', 'Alt →'], shortcuts.does.move],
      [['1', '2', '3', '4'], shortcuts.does.priority],
      [['p'], shortcuts.does.project],
      [['l'], shortcuts.does.label],
      [['Del'], shortcuts.does.remove],
    ],
  ],
];

export default function ShortcutList({ open, onClose }: { open: boolean; onClose(): void }) {
  const on = useShortcutsOn();
  const { frame } = useWords();
  const said = useShortcutWords();
  return (
    <Modal open={open} onClose={onClose} title={said.title} reading>
      {groupsIn(frame, said).map(([title, shortcuts]) => (
        <section key={title} aria-label={title} className="mt-5">
          <h3 className="mb-2 text-[0.8125rem] font-semibold text-muted">{title}</h3>
          <dl className="grid gap-2 text-sm">
            {shortcuts.map(([keys, does, pair]) => (
              <div key={does} className="flex items-center justify-between gap-4">
                <dt>{does}</dt>
                <dd className="flex items-center gap-1.5">
                  {keys.map((key, index) => (
                    <Fragment key={key}>
                      {pair && index > 0 && (
                        <span className="text-[0.8125rem] text-muted">{said.followedBy}</span>
                      )}
                      <Key>{key}</Key>
                    </Fragment>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className="mt-5 flex items-center gap-3 border-t border-line pt-4 text-sm">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => turnShortcuts(target.checked)}
          className="size-4 accent-accent"
        />
        {said.setting}
      </label>
    </Modal>
  );
}
