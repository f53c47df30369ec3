import type { NewInvitation } from '@zerodo/domain/project';
import { checkNoInbox, checkOwner, checkRoom, projectEvent } from '@zerodo/domain/project-changes';
import * as commands from '@zerodo/domain/project-commands';
import { defineCommand } from '@zerodo/runtime/command';
import { accept, decline, invitationsOf, invite, withdraw } from '@zerodo/store/invitations';
import { membersOf } from '@zerodo/store/members';
import { knowPerson } from '@zerodo/store/people';
import { lockProject, readProject } from '@zerodo/store/projects';

const name = 'project-update';

const inviteMember = defineCommand({
  name,
  accepts: commands.inviteMember,

  async handle({ data }, { tx, now, newId, userId, person }) {
    const at = now();
    await knowPerson(tx, person);
    const project = await lockProject(tx, data.projectId, { userId, now: at });
    checkNoInbox(project, 'shared');
    checkOwner(project);
    const open = await invitationsOf(tx, data.projectId);
    const again = open.some(({ email }) => email === data.email.toLowerCase());
    if (!again) checkRoom(project.members + open.length);
    const answer: NewInvitation = await invite(tx, { ...data, id: newId(), invitedBy: userId, now: at });
    // Says that somebody is invited and not who: notification-send reads the row.
    const change = { actor: userId, now: at, eventId: newId(), changed: ['invitations'] };
    const members = await membersOf(tx, data.projectId);
    const event = projectEvent('dev.zerodo.project.updated.v1', project, members, change);
    return { answer, remembered: { ...answer, code: null }, created: true, events: [event] };
  },
});

const withdrawInvitation = defineCommand({
  name,
  accepts: commands.withdrawInvitation,

  async handle({ data: { projectId, invitationId } }, { tx, now, userId }) {
    const project = await lockProject(tx, projectId, { userId, now: now() });
    checkOwner(project);
    return { answer: await withdraw(tx, invitationId, projectId), events: [] };
  },
});

const acceptInvitation = defineCommand({
  name,
  accepts: commands.acceptInvitation,

  async handle({ data: { invitationId, code } }, { tx, now, newId, userId, person }) {
    const at = now();
    await knowPerson(tx, person);
    const projectId = await accept(tx, invitationId, code);
    const project = await readProject(tx, projectId, { userId, now: at });
    const change = { actor: userId, now: at, eventId: newId(), changed: ['members'] };
    const members = await membersOf(tx, projectId);
    return {
      answer: project,
      events: [projectEvent('dev.zerodo.project.updated.v1', project, members, change)],
    };
  },
});

const declineInvitation = defineCommand({
  name,
  accepts: commands.declineInvitation,

  async handle({ data: { invitationId, code } }, { tx, person }) {
    await knowPerson(tx, person);
    await decline(tx, invitationId, code);
    return { answer: { id: invitationId }, events: [] };
  },
});

export const invitations = [inviteMember, withdrawInvitation, acceptInvitation, declineInvitation];
