/**
 * Makes, changes, deletes and restores projects, says who belongs to them, and looks after labels.
 *
 * in   dev.zerodo.command.{create,update,delete,restore}-project.v1, {invite,update,remove}-member.v1,
 *      {withdraw,accept,decline}-invitation.v1, {create,update,delete}-label.v1; dev.zerodo.project.updated.v1
 * out  dev.zerodo.project.{created,updated,deleted,restored}.v1, dev.zerodo.task.updated.v1,
 *      dev.zerodo.filter.updated.v1
 */
import type { Definition } from '@zerodo/runtime/definition';
import { tidyUp } from './departures.ts';
import { invitations } from './invitations.ts';
import { labels } from './labels.ts';
import { members } from './members.ts';
import { projects } from './projects.ts';

export default [...projects, ...members, ...invitations, ...labels, tidyUp] satisfies Definition[];
