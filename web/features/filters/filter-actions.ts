'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Filter, FilterQuery } from '@zerodo/domain/filter';
import { useMemo } from 'react';
import { tellFailure } from '@/components/ui/tell-failure.ts';
import { call } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { useFilterWords } from '@/words/use-filter-words.ts';
import { useWords } from '@/words/use-words.ts';
import { offerUndo } from '../tasks/last-change.ts';
import { type FilterPage, filterList } from './filter-queries.ts';

type Fields = { name: string; color: string | null; query: FilterQuery };

/** Where a filter stands that changes places with its neighbour; undefined where there is none on that side. */
export function placeBeside(filters: readonly Filter[], id: string, by: -1 | 1): number | undefined {
  const at = filters.findIndex((one) => one.id === id);
  const next = filters[at + by];
  const beyond = filters[at + 2 * by];
  if (at < 0 || !next) return undefined;
  return beyond ? (next.position + beyond.position) / 2 : next.position + by;
}

const inOrder = (one: Filter, other: Filter): number =>
  one.position - other.position || one.createdAt.localeCompare(other.createdAt);

/** Makes and changes filters. What is made or saved in a window throws, so that the window can say why. */
export function useFilterActions() {
  const client = useQueryClient();
  const words = useWords();
  const said = useFilterWords();

  return useMemo(() => {
    const show = (change: (items: Filter[]) => Filter[]) =>
      client.setQueryData(
        filterList.queryKey,
        (page: FilterPage | undefined) => page && { ...page, items: change(page.items).toSorted(inOrder) },
      );
    const shown = (filter: Filter): Filter => {
      show((items) => [...items.filter(({ id }) => id !== filter.id), filter]);
      return filter;
    };
    const refresh = () => client.invalidateQueries({ queryKey: filterList.queryKey });

    /** False where it was refused, and the person was told. */
    const quietly = async (work: () => Promise<unknown>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        tellFailure(words.errors.notChanged, error, words);
        return false;
      } finally {
        await refresh();
      }
    };

    /** As it was, under the id that it had: what points to it finds it again. */
    const bringBack = (filter: Filter) => {
      const { id, name, color, query, position } = filter;
      shown(filter);
      void quietly(() =>
        call('POST', '/filters', { key: newId(), body: { id, name, color, query, position } }),
      );
    };

    const edit = async ({ id }: Pick<Filter, 'id'>, body: Partial<Fields> & { position?: number }) =>
      shown(await call<Filter>('PATCH', `/filters/${id}`, { key: newId(), body }));

    return {
      /** @throws Refused */
      create: async (body: Fields) => shown(await call<Filter>('POST', '/filters', { key: newId(), body })),
      /** @throws Refused */
      edit,
      move: (filter: Filter, position: number) => {
        shown({ ...filter, position });
        return quietly(() => edit(filter, { position }));
      },
      remove: async (filter: Filter) => {
        show((items) => items.filter(({ id }) => id !== filter.id));
        if (!(await quietly(() => call('DELETE', `/filters/${filter.id}`, { key: newId() })))) return;
        offerUndo(
          {
            title: said.removed,
            description: filter.name,
            undo: words.frame.undo,
            undone: words.frame.undone,
          },
          () => bringBack(filter),
        );
      },
    };
  }, [client, words, said]);
}
