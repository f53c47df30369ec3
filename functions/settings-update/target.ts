import { Rejected } from '@zerodo/domain/rejected';
import type { CommandContext } from '@zerodo/runtime/command';
import { openOutbound } from '@zerodo/runtime/outbound';

/**
 * An address as far as its words tell; what its name stands for is seen when it is called.
 *
 * @throws Rejected `target-refused`
 */
export function checkTarget(url: string, { config }: Pick<CommandContext, 'config'>): void {
  const complaint = openOutbound(config.ZERODO_OUTBOUND_ALLOW).complaintAbout(url);
  if (complaint) throw new Rejected('target-refused', complaint);
}
