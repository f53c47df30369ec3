import { checkVersion } from '@zerodo/domain/changes';
import { inboxId } from '@zerodo/domain/ids';
import {
  changeProject,
  checkNoInbox,
  checkOwner,
  newProject,
  projectEvent,
  touched,
} from '@zerodo/domain/project-changes';
import * as commands from '@zerodo/domain/project-commands';
import { defineCommand } from '@zerodo/runtime/command';
import { membersOf } from '@zerodo/store/members';
import { checkEditable, knowPerson } from '@zerodo/store/people';
import { addProject, closeProject, lockProject, reopenProject, saveProject } from '@zerodo/store/projects';
import { editAll } from './edit-all.ts';

const name = 'project-update';

const create = defineCommand({
  name,
  accepts: commands.createProject,

  async handle({ data: { id: given, ...fields } }, { tx, now, newId, userId, person }) {
    await knowPerson(tx, person);
    await checkEditable(tx, inboxId(userId), userId);
    const at = now();
    const project = newProject(fields, { id: given ?? newId(), now: at });
    await addProject(tx, project, userId);
    const change = { actor: userId, now: at, eventId: newId(), changed: Object.keys(project) };
    const event = projectEvent('dev.zerodo.project.created.v1', project, [{ userId, role: 'owner' }], change);
    return { answer: project, created: true, events: [event] };
  },
});

const update = defineCommand({
  name,
  accepts: commands.updateProject,

  async handle({ data: { projectId, version, changes } }, { tx, now, newId, userId }) {
    const at = now();
    const project = await lockProject(tx, projectId, { userId, now: at });
    checkVersion(project, version);
    const { next, changed, renamed } = changeProject(project, changes, at);
    const inSections = tx`
      t.project_id = ${projectId} and t.section = any(${tx.types.textArray([...renamed.keys()])}::text[])
    `;
    const { tasks, series } =
      renamed.size > 0
        ? await editAll({ tx, actor: userId, now: at, newId }, inSections, ({ section }) => ({
            section: renamed.get(section!)!,
          }))
        : { tasks: [], series: [] };
    const moved = [...tasks, ...series];
    if (changed.length === 0) return { answer: next, events: moved };
    await saveProject(tx, next);
    const members = await membersOf(tx, projectId);
    const event = projectEvent('dev.zerodo.project.updated.v1', next, members, {
      actor: userId,
      now: at,
      eventId: newId(),
      changed,
    });
    return { answer: next, events: [event, ...moved] };
  },
});

const remove = defineCommand({
  name,
  accepts: commands.deleteProject,

  async handle({ data: { projectId, version } }, { tx, now, newId, userId }) {
    const at = now();
    const project = await lockProject(tx, projectId, { userId, now: at });
    checkVersion(project, version);
    checkNoInbox(project, 'deleted');
    checkOwner(project);
    const members = await membersOf(tx, projectId);
    await closeProject(tx, projectId, at);
    const deleted = { ...touched(project, at), deletedAt: at.toISOString() };
    const change = { actor: userId, now: at, eventId: newId(), changed: ['deletedAt'] };
    const event = projectEvent('dev.zerodo.project.deleted.v1', deleted, members, change);
    return { answer: deleted, events: [event] };
  },
});

const restore = defineCommand({
  name,
  accepts: commands.restoreProject,

  async handle({ data: { projectId, version } }, { tx, now, newId, userId }) {
    const at = now();
    const project = await reopenProject(tx, projectId, { userId, now: at });
    checkVersion({ version: project.version - 1 }, version);
    const members = await membersOf(tx, projectId);
    const change = { actor: userId, now: at, eventId: newId(), changed: ['deletedAt'] };
    const event = projectEvent('dev.zerodo.project.restored.v1', project, members, change);
    return { answer: project, events: [event] };
  },
});

export const projects = [create, update, remove, restore];
