import type { Message, Reason } from '@zerodo/store/dead-letters';

/** Knative's extensions, and `reason`, which it makes of the header `kne-reason` that our functions answer with. */
const isReason = (name: string): boolean => name.startsWith('knativeerror') || name === 'reason';

/**
 * Takes the reason off a dead letter, so that the event can be sent again as it was. Knative says to which address it
 * could not be delivered, and not by which trigger: the first label of the host is the Service.
 */
export function letterOf({ attributes, data }: Message): {
  subscription: string;
  event: Message;
  reason: Reason;
} {
  const entries = Object.entries(attributes);
  const said = Object.fromEntries(entries.filter(([name]) => isReason(name)));
  const { knativeerrordest = '' } = said;
  const host = URL.canParse(knativeerrordest) ? new URL(knativeerrordest).hostname : '';
  return {
    subscription: `Service/${host.split('.')[0]}`,
    event: { attributes: Object.fromEntries(entries.filter(([name]) => !isReason(name))), data },
    reason: { ...said, knativeerrordest },
  };
}
