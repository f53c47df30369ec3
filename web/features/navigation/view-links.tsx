'use client';
import { useQuery } from '@tanstack/react-query';
import { CalendarDays, CircleCheckBig, Inbox, type LucideIcon, Repeat, Search, Sun } from 'lucide-react';
import { useWords } from '@/words/use-words.ts';
import { counts } from '../tasks/count-queries.ts';
import { pathTo } from './place.ts';

type PlainView = 'today' | 'inbox' | 'upcoming' | 'search' | 'completed' | 'recurring';

export type ViewLink = { view: PlainView; href: string; label: string; icon: LucideIcon; count?: number };

const icons: Record<PlainView, LucideIcon> = {
  today: Sun,
  inbox: Inbox,
  upcoming: CalendarDays,
  search: Search,
  completed: CircleCheckBig,
  recurring: Repeat,
};

/** The views that everybody has, with how much waits in them. */
export function useViewLinks(zone: string): Record<PlainView, ViewLink> {
  const { views } = useWords().frame;
  const { data } = useQuery(counts(zone));
  const link = (view: PlainView, count?: number): ViewLink => ({
    view,
    href: pathTo[view],
    label: views[view],
    icon: icons[view],
    ...(count ? { count } : {}),
  });
  return {
    today: link('today', data && data.today + data.overdue),
    inbox: link('inbox', data?.inbox),
    upcoming: link('upcoming'),
    search: link('search'),
    completed: link('completed'),
    recurring: link('recurring'),
  };
}
