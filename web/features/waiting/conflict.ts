import type { Task } from '@zerodo/domain/task';
import { Refused } from '../../lib/api.ts';

/** Somebody else has changed the same of the task meanwhile. */
export class Conflict extends Refused {
  readonly theirs: Task;

  constructor({ status, code, message }: Refused, theirs: Task) {
    super(status, code, message);
    this.theirs = theirs;
  }
}
