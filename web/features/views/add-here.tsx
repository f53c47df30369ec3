'use client';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { useWords } from '@/words/use-words.ts';
import type { Defaults } from '../quick-add/defaults.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

type Props = { defaults: Defaults; place: string };

/** Writes a task that begins where the button stands: on that day, below that heading. */
export function AddHere({ defaults, place }: Props) {
  const { quickAdd } = useWorkspace();
  return (
    <Button
      size="icon"
      aria-label={useWords().quickAdd.placeholderFor(place)}
      onClick={() => quickAdd.focus(defaults)}
      className="size-8 opacity-0 transition-opacity group-focus-within/section:opacity-100 group-hover/section:opacity-100 pointer-coarse:opacity-100"
    >
      <Plus aria-hidden className="size-4" />
    </Button>
  );
}
