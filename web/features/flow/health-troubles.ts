import type { Consumer, OperatorsHealth } from '@zerodo/domain/health';

/** Beyond these a part needs a look. */
const most = { connections: 0.9, waitingSeconds: 60, behind: 1_000 };

export const isFull = ({ postgres }: OperatorsHealth): boolean =>
  postgres.connections >= postgres.maxConnections * most.connections;

export const takesNoChanges = ({ postgres }: OperatorsHealth): boolean => postgres.readOnly;

export const waitsLong = ({ log }: OperatorsHealth): boolean => log.oldestSeconds > most.waitingSeconds;

export const hasTrouble = ({ failed, behind }: Consumer): boolean =>
  failed > 0 || (behind ?? 0) > most.behind;

/** How many things need a look; dead letters stand beside them and are counted there. */
export const troublesIn = (health: OperatorsHealth): number =>
  [isFull(health), takesNoChanges(health), waitsLong(health)].filter(Boolean).length +
  health.consumers.filter(hasTrouble).length +
  health.breakers.length;
