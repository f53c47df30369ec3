import { typesOf } from '@zerodo/domain/events';
import type { Definition } from '@zerodo/runtime/definition';
import { describe, expect, it } from 'vitest';
import { passes } from '../local/filter.ts';
import { functions } from './functions.ts';

const triggered = functions.filter(({ trigger }) => trigger !== undefined);

describe('the Trigger of', () => {
  it.each(triggered)(
    '$name lets nothing through that its function cannot read',
    async ({ name, trigger }) => {
      const { default: all } = await import(`../../functions/${name}/handle.ts`);
      const read = ([all].flat() as Definition[]).flatMap((one) =>
        one.kind === 'reaction' || one.kind === 'recorder' ? one.accepts : [],
      );
      // Whatever an event may say beside its type.
      const through = typesOf(['task-events']).filter((type) =>
        ['true', 'false'].some((flag) =>
          passes(trigger!.filters as never, { type, recurring: flag, shared: flag }),
        ),
      );

      expect(through).not.toEqual([]);
      expect(through.filter((type) => !read.includes(type))).toEqual([]);
    },
  );
});
