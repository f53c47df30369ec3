import { it } from 'vitest';
import { story, tell } from '../../scripts/demo/story.ts';
import { walks } from './walks.ts';

walks('the demo', ({ device, operatorAt }) => {
  it('tells its story to somebody new', async () => {
    const page = await (await device()).newPage();
    for (const step of [story.signUp, story.quickAdd, story.complete, story.remind])
      await tell(page, step, 0);

    const operator = await operatorAt('/inbox');
    await tell(operator, story.flow, 0);
  });
});
