import type { ExportedProject } from '@zerodo/domain/exported';
import { inboxId } from '@zerodo/domain/ids';
import { type Destination, type Importing, projectOf } from '@zerodo/domain/import-plan';
import { limits } from '@zerodo/domain/limits';
import { Rejected } from '@zerodo/domain/rejected';
import { addProjects, fillProject, ownCounts, projectsAlone } from '@zerodo/store/import';
import type { Tx } from '@zerodo/store/sql';

/**
 * Where each project of a file goes: whatever says that it is the inbox into the inbox, others into one of the same
 * name that nobody else belongs to, so that the same file twice makes no second set and nobody else is told; else
 * into a new one. What is archived goes to what is archived, or it would not be seen again.
 *
 * @throws Rejected `too-many-projects`
 */
export async function placeProjects(
  tx: Tx,
  projects: readonly ExportedProject[],
  by: Importing,
): Promise<Map<number, Destination>> {
  const { userId } = by;
  const there = await projectsAlone(tx, userId);
  const destinations = new Map<number, Destination>();
  const made = [];
  let inboxNumber = 0;
  for (const project of projects) {
    const inbox = project.inbox && destinations.get(inboxNumber);
    if (inbox) {
      destinations.set(project.id, { id: inbox.id, made: null });
      continue;
    }
    if (project.inbox) inboxNumber = project.id;
    const index = there.findIndex(({ name, isInbox, archived }) =>
      project.inbox
        ? isInbox
        : !isInbox && name === project.name && archived === (project.archivedAt !== null),
    );
    const [known] = index < 0 ? [] : there.splice(index, 1);
    const next = projectOf(project, by);
    if (known) {
      await fillProject(tx, known.id, next);
      destinations.set(project.id, { id: known.id, made: null });
    } else {
      const fresh = project.inbox
        ? { ...next, id: inboxId(userId), name: 'Inbox', isInbox: true, position: project.position ?? 0 }
        : next;
      made.push(fresh);
      destinations.set(project.id, { id: fresh.id, made: fresh });
    }
  }
  const { projects: before } = await ownCounts(tx, userId);
  if (before + made.length > limits.projects) {
    throw new Rejected(
      'too-many-projects',
      `With this file you would have ${before + made.length} projects, ${limits.projects} are possible.`,
    );
  }
  await addProjects(tx, made, userId);
  return destinations;
}
