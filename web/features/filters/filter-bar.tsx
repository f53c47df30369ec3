'use client';
import { Menu } from '@base-ui/react/menu';
import { useQuery } from '@tanstack/react-query';
import type { Filter } from '@zerodo/domain/filter';
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { menuItem, PopupMenu } from '@/components/ui/popup-menu.tsx';
import { useFilterWords } from '@/words/use-filter-words.ts';
import { useProjectWords } from '@/words/use-project-words.ts';
import { go } from '../navigation/go.ts';
import { pathTo } from '../navigation/place.ts';
import { openWindow } from '../workspace/windows.ts';
import { useConditionsInWords } from './condition-bar.tsx';
import { tidy } from './conditions.ts';
import { placeBeside, useFilterActions } from './filter-actions.ts';
import { filterList } from './filter-queries.ts';

/** What a filter asks for, and what can be done with it. */
export function FilterBar({ filter }: { filter: Filter }) {
  const words = useFilterWords();
  const projects = useProjectWords();
  const { data } = useQuery(filterList);
  const actions = useFilterActions();
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const said = useConditionsInWords(tidy(filter.query));
  const edit = () => openWindow({ kind: 'filter', filter, asked: {} });
  const move = (label: string, Icon: typeof ArrowUp, by: -1 | 1) => {
    const position = placeBeside(data?.items ?? [], filter.id, by);
    return (
      <Menu.Item
        className={menuItem}
        disabled={position === undefined}
        onClick={() => void actions.move(filter, position ?? filter.position)}
      >
        <Icon aria-hidden className="size-4" />
        {label}
      </Menu.Item>
    );
  };
  return (
    <div ref={bar} className="mb-3 flex items-start justify-between gap-3 pr-1 pl-3 sm:pl-1">
      <p className="min-w-0 py-1.5 text-sm text-muted [overflow-wrap:anywhere]">{said || words.everything}</p>
      <div className="flex shrink-0 items-center gap-1">
        <Button size="small" onClick={edit}>
          <Pencil aria-hidden className="size-4" />
          {projects.edit}
        </Button>
        <PopupMenu
          label={projects.actions(filter.name)}
          triggerLabel={projects.actions(filter.name)}
          open={open}
          onOpenChange={setOpen}
          container={bar}
          triggerClass="grid size-8 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-10"
          trigger={<Ellipsis aria-hidden className="size-4" />}
        >
          {move(words.up, ArrowUp, -1)}
          {move(words.down, ArrowDown, 1)}
          <Menu.Item
            className={`${menuItem} text-danger`}
            onClick={() => {
              go(pathTo.search);
              void actions.remove(filter);
            }}
          >
            <Trash2 aria-hidden className="size-4" />
            {projects.remove}
          </Menu.Item>
        </PopupMenu>
      </div>
    </div>
  );
}
