import { listSeries as asked, listComing, readSeries as one } from '@zerodo/domain/series-queries';
import { defineQuery } from '@zerodo/runtime/query';
import { comingOf } from '@zerodo/store/coming';
import { listSeries, readSeries } from '@zerodo/store/series-lists';

export const seriesQueries = [
  defineQuery({
    name: 'list-series',
    accepts: asked,
    handle: (filters, { tx, userId }) => listSeries(tx, filters, userId),
  }),
  defineQuery({
    name: 'list-coming',
    accepts: listComing,
    handle: (days, { tx, now, userId }) => comingOf(tx, days, { userId, now: now() }),
  }),
  defineQuery({
    name: 'read-series',
    accepts: one,
    handle: ({ seriesId }, { tx, userId }) => readSeries(tx, seriesId, userId),
  }),
];
