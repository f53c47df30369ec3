import { Complaint } from '../start/complaint.ts';
import { openGate, shift } from './canary.ts';
import type { Options } from './options.ts';
import { ready, releaseNow, rollback, upgrade, verify } from './release.ts';
import { readServices, type Service, toAll, toNewest } from './services.ts';
import type { World } from './world.ts';

/**
 * Brings an installation to other images: upgrade, readiness, verification; with a canary first to a part of requests and events, and to
 * all of them when that part did as well as the rest. Whatever fails takes everything back to where it was.
 *
 * @throws Complaint that says why, and whether it was taken back
 */
export async function deploy(world: World, options: Options): Promise<void> {
  const from = await releaseNow(world, options);
  const services = await readServices(world.commands, options);
  const gate = options.canary && (await openGate(world, options, services));
  try {
    // What answers now goes on answering, whatever is made beside it.
    if (gate) await toAll(world.commands, options, services, ({ answers }) => answers);
    await upgrade(world, options);
    await ready(world, options);
    if (gate) await shift(world, options, gate, services);
    await verify(world, options);
  } catch (error) {
    const left = await takeBack(world, options, from, services);
    throw new Complaint(
      [
        error instanceof Complaint ? error.message : String(error),
        left.length > 0
          ? `It could not be taken back whole:\n${left.join('\n')}\nLook at docs/how-to/upgrade-and-roll-back.md.`
          : `Everything is back at revision ${from} of the release ${options.release}, with the images that it had.`,
      ].join('\n\n'),
    );
  }
}

/**
 * First what people feel, then the rest; a step that fails keeps none of the others from being tried.
 *
 * @returns what could not be done
 */
async function takeBack(
  world: World,
  options: Options,
  from: number,
  services: Service[],
): Promise<string[]> {
  const left: string[] = [];
  const attempt = async (work: () => Promise<void>) =>
    work().catch((error: Error) => {
      left.push(error.message);
    });
  world.say('… back to what was there before');
  await attempt(() => toAll(world.commands, options, services, ({ answers }) => answers));
  await attempt(() => rollback(world, options, from));
  await attempt(() => ready(world, options));
  // Only what was rolled back may be the newest again.
  if (left.length === 0) await attempt(() => toNewest(world.commands, options, services));
  if (left.length === 0) await attempt(() => verify(world, options));
  return left;
}
