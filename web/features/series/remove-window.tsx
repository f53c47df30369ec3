'use client';
import type { SeriesView } from '@zerodo/domain/series-schema';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { useSeriesWords } from '@/words/use-series-words.ts';

type Props = {
  series: SeriesView | null;
  onClose(): void;
  onRemove(series: SeriesView, occurrences: 'keep' | 'delete'): void;
};

/** Asked because it cannot be taken back, and because its open task may stay or go. */
export function RemoveWindow({ series, onClose, onRemove }: Props) {
  const words = useSeriesWords();
  const [open, setOpen] = useState(true);
  return (
    <Modal open={series !== null} onClose={onClose} title={words.removeTitle} description={words.removeWords}>
      <label className="mt-4 flex items-center gap-3 text-sm">
        <input
          type="checkbox"
          checked={open}
          onChange={({ target }) => setOpen(target.checked)}
          className="size-4 accent-accent"
        />
        {words.removeOpen}
      </label>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{words.keep}</Button>
        <Button
          variant="destroy"
          onClick={() => {
            if (series) onRemove(series, open ? 'delete' : 'keep');
            onClose();
          }}
        >
          {words.remove}
        </Button>
      </div>
    </Modal>
  );
}
