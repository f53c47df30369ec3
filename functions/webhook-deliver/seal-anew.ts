import { sealWith } from '@zerodo/runtime/sealing';
import type { TickContext } from '@zerodo/runtime/tick';
import { lockSealed, type Sealed, saveSealed } from '@zerodo/store/webhook-secrets';

const step = 200;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Seals with the key of now what the key before it has sealed, so that the old one can go. Nothing is done where there is none
 * before. What neither key opens stays as it is, and is named.
 */
export async function sealAnew({ config, transaction, stopping, log }: TickContext): Promise<void> {
  const { ZERODO_SECRET_KEY: key, ZERODO_SECRET_KEY_BEFORE: before } = config;
  if (!key || !before) return;
  const { reseal } = sealWith(key, before);
  const count = { anew: 0, closed: 0 };

  /** A webhook's secrets as they are to be; null where they are so already. */
  function renewed({ id, secret, previousSecret }: Sealed): Sealed | null {
    const where = `webhook ${id}`;
    const [now, previous] = [reseal(secret, where), previousSecret && reseal(previousSecret, where)];
    if (!now && !previous) return null;
    return { id, secret: now ?? secret, previousSecret: previous ?? previousSecret };
  }

  for (let after = first, seen = step; seen === step && !stopping.aborted; ) {
    const page = await transaction(async (tx) => {
      const rows = await lockSealed(tx, after, step);
      for (const row of rows) {
        try {
          const anew = renewed(row);
          if (anew) await saveSealed(tx, anew);
          if (anew) count.anew += 1;
        } catch (error) {
          count.closed += 1;
          log.error({ webhookId: row.id, reason: String(error) }, 'a webhook’s secret opens with no key');
        }
      }
      return { result: rows, events: [] };
    });
    seen = page.length;
    after = page.at(-1)?.id ?? after;
  }
  log.info(count, 'secrets were sealed anew: when none are left, the key before may go');
}
