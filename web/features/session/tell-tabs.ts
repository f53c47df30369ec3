/** What one tab tells the others of a browser about who is there. */
type Said = { signedOut: string };

const channel = (): BroadcastChannel | null =>
  'BroadcastChannel' in globalThis ? new BroadcastChannel('zerodo-session') : null;

/** Every tab of this person goes, so that none keeps showing what was erased. */
export function tellSignedOut(person: string): void {
  const to = channel();
  to?.postMessage({ signedOut: person } satisfies Said);
  to?.close();
}

export function onSignedOut(person: string, heard: () => void): () => void {
  const from = channel();
  if (from) from.onmessage = ({ data }: MessageEvent<Said>) => data.signedOut === person && heard();
  return () => from?.close();
}
