import type { Project } from '@zerodo/domain/project';
import { Tabs } from '@/components/ui/tabs.tsx';
import { useBoardWords } from '@/words/use-board-words.ts';

type Look = Project['defaultView'];

/** Whether a project is shown as a list or as a board. */
export function LookChoice({ look, onLook }: { look: Look; onLook(look: Look): void }) {
  const words = useBoardWords();
  return (
    <Tabs
      label={words.look}
      value={look}
      choices={[
        { value: 'list', label: words.list },
        { value: 'board', label: words.board },
      ]}
      onChange={onLook}
    />
  );
}
