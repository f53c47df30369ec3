import type { Tx } from './sql.ts';

/** What signs a webhook's deliveries, sealed; the previous one signs as well while a receiver changes over. */
export type Sealed = { id: string; secret: Buffer; previousSecret: Buffer | null };

/** As many as `limit`, in the order of their ids, held until the transaction ends. */
export const lockSealed = (tx: Tx, after: string, limit: number) => tx<Sealed[]>`
  select id, secret, previous_secret from webhooks where id > ${after} order by id limit ${limit} for update
`;

export const saveSealed = (tx: Tx, { id, secret, previousSecret }: Sealed) => tx`
  update webhooks set secret = ${secret}, previous_secret = ${previousSecret} where id = ${id}
`;
