import { projectEvent } from '@zerodo/domain/project-changes';
import { Rejected } from '@zerodo/domain/rejected';
import { deleteAccount } from '@zerodo/domain/settings-commands';
import { type CommandContext, defineCommand } from '@zerodo/runtime/command';
import { erasePerson, heirOf, sharedProjectsOf } from '@zerodo/store/account';
import { changeRole, endMembership, membersOf } from '@zerodo/store/members';
import { lockProject } from '@zerodo/store/projects';

/**
 * Erases the person, all of it or nothing: leaves every project that others are in, handing it on
 * where nobody else owns it, and deletes the rest. Asked again it finds nothing left and says the same.
 */
export default defineCommand({
  name: 'settings-update',
  accepts: deleteAccount,
  scope: 'account',

  async handle({ data: { confirm } }, context) {
    const { tx, userId, person } = context;
    if (confirm.trim().toLowerCase() !== (person.email ?? userId).toLowerCase()) {
      throw new Rejected(
        'confirmation-mismatch',
        'To delete the account with all that is in it, send its e-mail address as `confirm`.',
      );
    }
    const events = [];
    for (const projectId of await sharedProjectsOf(tx, userId)) events.push(await leave(projectId, context));
    await erasePerson(tx);
    return { answer: { deleted: true as const }, events };
  },
});

async function leave(projectId: string, { tx, userId, now, newId }: CommandContext) {
  const at = now();
  const project = await lockProject(tx, projectId, { userId, now: at });
  const heir = await heirOf(tx, projectId, userId);
  if (project.role === 'owner') await changeRole(tx, projectId, heir, 'owner');
  const members = (await membersOf(tx, projectId)).filter((one) => one.userId !== userId);
  await endMembership(tx, projectId, userId);
  const change = { actor: userId, now: at, eventId: newId(), changed: ['members'] };
  return projectEvent('dev.zerodo.project.updated.v1', project, members, change);
}
