import { Rejected } from '@zerodo/domain/rejected';
import { missingScope, permits, type Scope } from '@zerodo/domain/scopes';

/** @throws Rejected `scope-missing` */
export function checkScope(given: readonly string[], needed: Scope): void {
  if (!permits(given, needed)) throw new Rejected('scope-missing', missingScope(needed));
}
