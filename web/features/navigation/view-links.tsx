'use client';
import { useQuery } from '@tanstack/react-query';
import {
  Activity,
  Bell,
  Calendar,
  CalendarDays,
  ChartColumn,
  CircleCheckBig,
  Inbox,
  type LucideIcon,
  Repeat,
  Search,
  Sun,
  Workflow,
} from 'lucide-react';
import { useWords } from '@/words/use-words.ts';
import { counts } from '../tasks/count-queries.ts';
import { type PlainView, pathTo } from './place.ts';

export type ViewLink = { view: PlainView; href: string; label: string; icon: LucideIcon; count?: number };

const icons: Record<PlainView, LucideIcon> = {
  today: Sun,
  inbox: Inbox,
  upcoming: CalendarDays,
  calendar: Calendar,
  search: Search,
  completed: CircleCheckBig,
  recurring: Repeat,
  statistics: ChartColumn,
  notifications: Bell,
  flow: Workflow,
  observe: Activity,
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
    calendar: link('calendar'),
    search: link('search'),
    completed: link('completed'),
    recurring: link('recurring'),
    statistics: link('statistics'),
    notifications: link('notifications', data?.unread),
    flow: link('flow'),
    observe: link('observe'),
  };
}
