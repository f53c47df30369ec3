/**
 * Creates, changes, pauses, resumes, ends and deletes series, and skips their occurrences.
 *
 * in   dev.zerodo.command.create-series.v1, update-series, pause-series, resume-series, end-series, delete-series, skip-occurrence
 * out  dev.zerodo.series.created.v1, .updated.v1, .ended.v1, .deleted.v1, dev.zerodo.task.created.v1, .updated.v1, .deleted.v1
 */
import { create } from './create.ts';
import { deletion } from './delete.ts';
import { end, pause, resume } from './going.ts';
import { skip } from './skip.ts';
import { update } from './update.ts';

export default [create, update, pause, resume, end, deletion, skip];
