'use client';
import { Menu } from '@base-ui/react/menu';
import type { Project } from '@zerodo/domain/project';
import { Archive, Ellipsis, LogOut, Pencil, Trash2, Users } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { menuItem, PopupMenu } from '@/components/ui/popup-menu.tsx';
import { useProjectWords } from '@/words/use-project-words.ts';
import { go } from '../navigation/go.ts';
import { pathTo } from '../navigation/place.ts';
import { openWindow } from '../workspace/windows.ts';
import { LookChoice } from './look-choice.tsx';
import { useProjectActions } from './project-actions.ts';

type Look = Project['defaultView'];
type Props = {
  project: Project;
  personId: string;
  look: Look;
  onLook(look: Look): void;
  children?: ReactNode;
};

/** How a project is shown, who is in it, and what can be done to it. */
export function ProjectBar({ project, personId, look, onLook, children }: Props) {
  const words = useProjectWords();
  const actions = useProjectActions();
  const [open, setOpen] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const { role, members } = project;
  const leaveTo = (change: Promise<unknown>) => {
    go(pathTo.today);
    void change;
  };
  return (
    <div ref={bar} className="mb-4 flex flex-wrap items-center justify-between gap-2 px-1">
      <div className="flex flex-wrap gap-2">
        <LookChoice look={look} onLook={onLook} />
        {children}
      </div>
      <div className="flex items-center gap-1">
        <Button size="small" onClick={() => openWindow({ kind: 'members', project })}>
          <Users aria-hidden className="size-4" />
          {members > 1 ? words.memberCount(members) : words.shareAction}
        </Button>
        <PopupMenu
          container={bar}
          label={words.actions(project.name)}
          open={open}
          onOpenChange={setOpen}
          triggerLabel={words.actions(project.name)}
          trigger={<Ellipsis aria-hidden className="size-5" />}
          triggerClass="grid size-9 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink data-popup-open:bg-sunken"
        >
          {role !== 'viewer' && (
            <Menu.Item className={menuItem} onClick={() => openWindow({ kind: 'project', project })}>
              <Pencil aria-hidden className="size-4 text-muted" />
              {words.edit}
            </Menu.Item>
          )}
          {role !== 'viewer' && (
            <Menu.Item
              className={menuItem}
              onClick={() => void actions.archive(project, !project.archivedAt)}
            >
              <Archive aria-hidden className="size-4 text-muted" />
              {project.archivedAt ? words.unarchive : words.archive}
            </Menu.Item>
          )}
          {members > 1 && (
            <Menu.Item
              className={menuItem}
              onClick={() => leaveTo(actions.removeMember(project.id, personId))}
            >
              <LogOut aria-hidden className="size-4 text-muted" />
              {words.leave}
            </Menu.Item>
          )}
          {role === 'owner' && (
            <Menu.Item className={`${menuItem} text-danger`} onClick={() => leaveTo(actions.remove(project))}>
              <Trash2 aria-hidden className="size-4" />
              {words.remove}
            </Menu.Item>
          )}
        </PopupMenu>
      </div>
    </div>
  );
}
