import * as commands from '@zerodo/domain/series-commands';
import { comingList, listComing, listSeries, seriesPage } from '@zerodo/domain/series-queries';
import { seriesView } from '@zerodo/domain/series-schema';
import * as z from 'zod';
import { emptyBody, type Parts, type Route } from '../route.ts';

const onSeries = ({ params, version }: Parts) => ({
  seriesId: params.id,
  ...(version !== undefined && { version }),
});

const going = (verb: 'pause' | 'resume' | 'end', summary: string): Route => ({
  method: 'POST',
  path: `/series/{id}/${verb}`,
  summary,
  function: 'series-update',
  command: { pause: commands.pauseSeries, resume: commands.resumeSeries, end: commands.endSeries }[verb],
  body: emptyBody,
  status: 200,
  answers: seriesView,
  data: onSeries,
});

export const seriesRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/series',
    summary: 'Create a series: a template and a rule',
    function: 'series-update',
    command: commands.createSeries,
    body: commands.createSeries.data,
    status: 201,
    answers: seriesView,
    data: ({ body }) => body,
  },
  {
    method: 'GET',
    path: '/series',
    summary: 'List series, newest first',
    function: 'task-query',
    ask: 'list-series',
    query: listSeries,
    answers: seriesPage,
    arguments: ({ query }) => query,
  },
  {
    method: 'GET',
    path: '/series/coming',
    summary: 'What comes of your series in some days: occurrences that are no tasks yet',
    function: 'task-query',
    ask: 'list-coming',
    query: listComing,
    answers: comingList,
    arguments: ({ query }) => query,
  },
  {
    method: 'GET',
    path: '/series/{id}',
    summary: 'Read a series',
    function: 'task-query',
    ask: 'read-series',
    answers: seriesView,
    arguments: ({ params }) => ({ seriesId: params.id }),
  },
  {
    method: 'PATCH',
    path: '/series/{id}',
    summary: 'Change one occurrence, that one and what follows, or all of a series (JSON merge patch)',
    function: 'series-update',
    command: commands.updateSeries,
    body: commands.seriesPatch,
    status: 200,
    answers: seriesView,
    data: (parts) => {
      const { scope, taskId, ...changes } = parts.body;
      return {
        ...onSeries(parts),
        ...(scope !== undefined && { scope }),
        ...(taskId !== undefined && { taskId }),
        changes,
      };
    },
  },
  going('pause', 'Pause a series: nothing comes, what is open stays'),
  going('resume', 'Resume a series that was paused or ended: the next occurrence is the first after now'),
  going('end', 'End a series: what is open is the last of it'),
  {
    method: 'DELETE',
    path: '/series/{id}',
    summary: 'Delete a series; open occurrences stay as plain tasks, or go too',
    function: 'series-update',
    command: commands.deleteSeries,
    query: z.strictObject({ occurrences: commands.occurrencesChoice.optional() }),
    status: 200,
    answers: seriesView,
    data: (parts) => ({ ...onSeries(parts), ...parts.query }),
  },
];
