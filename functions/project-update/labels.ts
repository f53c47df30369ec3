import { createLabel, deleteLabel, updateLabel } from '@zerodo/domain/label';
import { type CommandContext, defineCommand } from '@zerodo/runtime/command';
import { carries, forgetLabel, ownLabel, readLabel, saveLabel } from '@zerodo/store/labels';
import { editAll } from './edit-all.ts';
import { renameInFilters } from './filters.ts';

const name = 'project-update';

/** Writes another name, or none, wherever the person may change what carries this one. */
function relabel(label: string, to: string | null, { tx, now, newId, userId }: CommandContext) {
  const context = { tx, actor: userId, now: now(), newId };
  return editAll(context, carries(tx, label), ({ labels: before }) => ({
    labels: [...new Set(before.flatMap((one) => (one === label ? (to ?? []) : one)))],
  }));
}

const untouched = { tasks: [], series: [] };

const create = defineCommand({
  name,
  accepts: createLabel,

  async handle({ data: { name: label, color = null, position = null } }, { tx, userId }) {
    await saveLabel(tx, { name: label, color, position }, userId);
    return { answer: await readLabel(tx, label, userId), created: true, events: [] };
  },
});

const update = defineCommand({
  name,
  accepts: updateLabel,

  async handle({ data }, context) {
    const { tx, userId } = context;
    const before = await readLabel(tx, data.name, userId);
    const to = data.newName ?? data.name;
    const renames = to !== data.name;
    const { tasks, series } = renames ? await relabel(data.name, to, context) : untouched;
    const filters = renames ? await renameInFilters(data.name, to, context) : [];
    if (renames) await forgetLabel(tx, data.name, userId);
    // Renamed to one that is there, they are one from now on, and what that one had of its own stays.
    const merged = renames ? await ownLabel(tx, to, userId) : before;
    await saveLabel(
      tx,
      {
        name: to,
        color: data.color === undefined ? (merged?.color ?? before.color) : data.color,
        position: data.position === undefined ? (merged?.position ?? before.position) : data.position,
      },
      userId,
    );
    const answer = { ...(await readLabel(tx, to, userId)), changedTasks: tasks.length };
    return { answer, events: [...tasks, ...series, ...filters] };
  },
});

const remove = defineCommand({
  name,
  accepts: deleteLabel,

  async handle({ data: { name: label } }, context) {
    const { tx, userId } = context;
    const before = await readLabel(tx, label, userId);
    const { tasks, series } = await relabel(label, null, context);
    await forgetLabel(tx, label, userId);
    const answer = { ...before, openTasks: 0, changedTasks: tasks.length };
    return { answer, events: [...tasks, ...series] };
  },
});

export const labels = [create, update, remove];
