/** Something that the person who typed the command can put right: shown as its one sentence, without a stack. */
export class Complaint extends Error {}

/** Ends a command with 1 and with why: what can be put right, or what another program said, in its sentence; anything else with its stack. */
export function complain(error: unknown): void {
  const isSaid = error instanceof Error && (error instanceof Complaint || 'code' in error);
  console.error(isSaid ? error.message : error);
  process.exitCode = 1;
}
