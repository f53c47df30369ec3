import { listSeries as asked, readSeries as one } from '@zerodo/domain/series-queries';
import { defineQuery } from '@zerodo/runtime/query';
import { listSeries, readSeries } from '@zerodo/store/series-lists';

export const seriesQueries = [
  defineQuery({
    name: 'list-series',
    accepts: asked,
    handle: (filters, { tx, userId }) => listSeries(tx, filters, userId),
  }),
  defineQuery({
    name: 'read-series',
    accepts: one,
    handle: ({ seriesId }, { tx, userId }) => readSeries(tx, seriesId, userId),
  }),
];
