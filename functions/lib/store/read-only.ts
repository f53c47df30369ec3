import { Rejected } from '@zerodo/domain/rejected';

/** What a viewer is told who tries to change something. */
export const readOnly = () =>
  new Rejected('project-read-only', 'You may look at this project but not change it: ask its owner.');
