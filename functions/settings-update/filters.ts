import { checkVersion } from '@zerodo/domain/changes';
import * as filters from '@zerodo/domain/filter';
import { filterEvent } from '@zerodo/domain/filter-events';
import { inboxId } from '@zerodo/domain/ids';
import { same } from '@zerodo/domain/same';
import { defineCommand } from '@zerodo/runtime/command';
import * as store from '@zerodo/store/filters';
import { checkEditable, knowPerson } from '@zerodo/store/people';

const name = 'settings-update';

const create = defineCommand({
  name,
  accepts: filters.createFilter,

  async handle({ data }, { tx, now, newId, userId, person }) {
    await knowPerson(tx, person);
    // What is told of a filter is told as of the inbox.
    await checkEditable(tx, inboxId(userId), userId);
    await store.lockFilters(tx, userId);
    const place = await store.nextPlace(tx, userId);
    const at = now();
    const filter: filters.Filter = {
      id: data.id ?? newId(),
      name: data.name,
      color: data.color ?? null,
      query: filters.kept(data.query),
      position: data.position ?? place,
      version: 1,
      createdAt: at.toISOString(),
      updatedAt: at.toISOString(),
    };
    await store.checkName(tx, filter, userId);
    await store.addFilter(tx, filter, userId);
    const change = { actor: userId, now: at, eventId: newId(), changed: Object.keys(filter) };
    return { answer: filter, created: true, events: [filterEvent('created', filter, change)] };
  },
});

const fields = ['name', 'color', 'query', 'position'] as const;

const update = defineCommand({
  name,
  accepts: filters.updateFilter,

  async handle({ data: { filterId, version, changes } }, { tx, now, newId, userId }) {
    await store.lockFilters(tx, userId);
    const before = await store.lockFilter(tx, filterId, userId);
    checkVersion(before, version);
    const at = now();
    const filter: filters.Filter = {
      ...before,
      ...(changes.name !== undefined && { name: changes.name }),
      ...(changes.color !== undefined && { color: changes.color }),
      ...(changes.query !== undefined && { query: filters.kept(changes.query) }),
      ...(changes.position !== undefined && { position: changes.position }),
      version: before.version + 1,
      updatedAt: at.toISOString(),
    };
    const changed = fields.filter((field) => !same(filter[field], before[field]));
    if (changed.length === 0) return { answer: before, events: [] };
    await store.checkName(tx, filter, userId);
    await store.saveFilter(tx, filter);
    const change = { actor: userId, now: at, eventId: newId(), changed };
    return { answer: filter, events: [filterEvent('updated', filter, change)] };
  },
});

const remove = defineCommand({
  name,
  accepts: filters.deleteFilter,

  async handle({ data: { filterId: id, version } }, { tx, now, newId, userId }) {
    const filter = await store.lockFilter(tx, id, userId);
    checkVersion(filter, version);
    await store.deleteFilter(tx, id);
    const change = { actor: userId, now: now(), eventId: newId(), changed: [] };
    return { answer: { id, deleted: true as const }, events: [filterEvent('deleted', filter, change)] };
  },
});

export const filterCommands = [create, update, remove];
