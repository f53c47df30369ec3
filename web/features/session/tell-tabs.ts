import { thisTab } from '../waiting/this-tab.ts';

/** What one tab tells the others of a browser about who is there. */
type Said = { signedOut: string; by: string };

const channel = (): BroadcastChannel | null =>
  'BroadcastChannel' in globalThis ? new BroadcastChannel('zerodo-session') : null;

/** Every other tab of this person goes, so that none keeps showing what was erased. */
export function tellSignedOut(person: string): void {
  const to = channel();
  to?.postMessage({ signedOut: person, by: thisTab } satisfies Said);
  to?.close();
}

export function onSignedOut(person: string, heard: () => void): () => void {
  const from = channel();
  // This tab hears itself, too, and goes where it wants.
  const isMeant = ({ signedOut, by }: Said) => signedOut === person && by !== thisTab;
  if (from) from.onmessage = ({ data }: MessageEvent<Said>) => isMeant(data) && heard();
  return () => from?.close();
}
