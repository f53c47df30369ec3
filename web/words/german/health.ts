import type { health as english } from '../english/health.ts';

export const health: typeof english = {
  title: 'Zustand',
  well: 'Alles funktioniert',
  troubles: (count) =>
    count === 1 ? '1 Stelle braucht einen Blick' : `${count} Stellen brauchen einen Blick`,
  parts: 'Teile',
  part: 'Teil',
  says: 'Sagt',
  fine: 'in Ordnung',
  trouble: 'hier nachsehen',
  postgres: 'Postgres',
  readOnly: 'nur lesbar',
  connections: (used, most) => `${used} von ${most} Verbindungen`,
  log: { postgres: 'Log (Postgres)', kafka: 'Log (Kafka)' },
  nothingWaits: 'nichts wartet',
  waiting: (count, seconds) => `${count} warten, das älteste seit ${seconds} s`,
  relayed: (time) => `Relais fertig ${time}`,
  noRelay: 'kein Relais in der letzten Stunde',
  consumers: 'Empfänger',
  behind: (count) => `${count} im Rückstand`,
  handled: (count) => `${count} bearbeitet`,
  failed: (count) => `${count} gescheitert`,
  quiet: 'nichts in der letzten Stunde',
  breakers: 'Schutzschalter',
  noBreakers: 'keiner offen',
  probe: (time) => `ein Versuch um ${time}`,
};
