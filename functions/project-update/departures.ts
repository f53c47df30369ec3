import { defineReaction } from '@zerodo/runtime/reaction';
import { forgetStrangersReminders, isStrangers } from '@zerodo/store/members';
import { editAll } from './edit-all.ts';

/** Who does not belong to a project any more is to do nothing in it, and is reminded of nothing. */
export const tidyUp = defineReaction({
  name: 'project-update',
  accepts: ['dev.zerodo.project.updated.v1'],
  as: 'worker',

  async handle({ data: { project, actor, changed } }, { tx, now, newId }) {
    if (!changed.includes('members')) return { events: [] };
    await forgetStrangersReminders(tx, project.id);
    const context = { tx, actor, now: now(), newId };
    const { tasks, series } = await editAll(context, isStrangers(tx, project.id), () => ({
      assigneeId: null,
    }));
    return { events: [...tasks, ...series] };
  },
});
