'use client';
import { Key } from '@/components/ui/key.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { turnShortcuts, useShortcutsOn } from './shortcut-setting.ts';

const shortcuts: [keys: string[], does: string][] = [
  [['q'], 'Write a new task'],
  [['j', '↓'], 'Next task'],
  [['k', '↑'], 'Previous task'],
  [['x', 'space'], 'Complete or reopen the task'],
  [['Enter'], 'Open the task'],
  [['u'], 'Undo the last completion'],
  [['n'], 'Open notifications'],
  [['Esc'], 'Close what is open'],
  [['?'], 'Show this list'],
];

export default function ShortcutList({ open, onClose }: { open: boolean; onClose(): void }) {
  const on = useShortcutsOn();
  return (
    <Modal open={open} onClose={onClose} title="Keyboard shortcuts">
      <dl className="mt-4 grid gap-2.5 text-sm">
        {shortcuts.map(([keys, does]) => (
          <div key={does} className="flex items-center justify-between gap-4">
            <dt>{does}</dt>
            <dd className="flex gap-1.5">
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="mt-5 flex items-center gap-3 border-t border-line pt-4 text-sm">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => turnShortcuts(target.checked)}
          className="size-4 accent-accent"
        />
        Keys without Ctrl or Alt do something
      </label>
    </Modal>
  );
}
