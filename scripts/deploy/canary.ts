import type { Options } from './options.ts';
import { type Asked, prometheus } from './prometheus.ts';
import { readServices, type Service, share, toNewest } from './services.ts';
import { type Before, readBefore, watch } from './watch.ts';
import type { World } from './world.ts';

/** Whom to ask how new revisions do, and how it was before. */
export type Gate = { asked: Asked; before: Before; percent: number };

/** Whoever cannot be asked later is found out before anything is changed. */
export async function openGate(world: World, options: Options, services: Service[]): Promise<Gate> {
  const { percent, prometheus: where } = options.canary!;
  const asked = prometheus(world.commands, options, where);
  const revisions = services.map(({ answers }) => answers);
  return { asked, percent, before: await readBefore(asked, revisions, world.now()) };
}

/** From a part to all, each time watched. */
export async function shift(
  world: World,
  options: Options,
  { asked, before, percent }: Gate,
  services: Service[],
): Promise<void> {
  const now = await readServices(world.commands, options);
  const changed = services.flatMap((service) => {
    const newest = now.find(({ name }) => name === service.name)?.newest ?? service.answers;
    return newest === service.answers ? [] : [{ ...service, newest }];
  });
  const revisions = { old: changed.map(({ answers }) => answers), new: changed.map(({ newest }) => newest) };
  if (changed.length > 0) {
    world.say(`… ${percent} % to new revisions of ${changed.map(({ name }) => name).join(', ')}`);
    for (const { name, answers, newest } of changed)
      await share(world.commands, options, name, [
        { revisionName: answers, percent: 100 - percent },
        { revisionName: newest, percent },
      ]);
    await watch(world, options, asked, before, { ...revisions, young: true });
  }
  world.say('… all to the newest revisions');
  await toNewest(world.commands, options, services);
  if (changed.length > 0) await watch(world, options, asked, before, { ...revisions, young: false });
}
