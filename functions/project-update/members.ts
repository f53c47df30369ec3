import { checkNoInbox, checkOwner, projectEvent } from '@zerodo/domain/project-changes';
import { removeMember, updateMember } from '@zerodo/domain/project-commands';
import { defineCommand } from '@zerodo/runtime/command';
import { changeRole, endMembership, membersOf } from '@zerodo/store/members';
import { lockProject } from '@zerodo/store/projects';

const name = 'project-update';
const changed = ['members'];

const changeMember = defineCommand({
  name,
  accepts: updateMember,

  async handle({ data: { projectId, userId: member, role } }, { tx, now, newId, userId }) {
    const at = now();
    const project = await lockProject(tx, projectId, { userId, now: at });
    checkNoInbox(project, 'shared');
    checkOwner(project);
    await changeRole(tx, projectId, member, role);
    const members = await membersOf(tx, projectId);
    const change = { actor: userId, now: at, eventId: newId(), changed };
    return {
      answer: members.find((one) => one.userId === member)!,
      events: [projectEvent('dev.zerodo.project.updated.v1', project, members, change)],
    };
  },
});

/** An owner removes anyone, anyone leaves. */
const remove = defineCommand({
  name,
  accepts: removeMember,

  async handle({ data: { projectId, userId: member } }, { tx, now, newId, userId }) {
    const at = now();
    const project = await lockProject(tx, projectId, { userId, now: at });
    checkNoInbox(project, 'left or shared');
    if (member !== userId) checkOwner(project);
    const before = await membersOf(tx, projectId);
    await endMembership(tx, projectId, member);
    const left = before.filter((one) => one.userId !== member);
    const change = { actor: userId, now: at, eventId: newId(), changed };
    return {
      answer: before.find((one) => one.userId === member)!,
      events: [projectEvent('dev.zerodo.project.updated.v1', project, left, change)],
    };
  },
});

export const members = [changeMember, remove];
