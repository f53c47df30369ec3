import { type FileHandle, open, rename, stat } from 'node:fs/promises';

/** A log that grew beyond this becomes `<file>.1` at the next start of its process; one older one is kept. */
const LARGEST_LOG = 10 * 1024 * 1024;

/** Opens a log for a child process to write to by itself; only its owner can read it. */
export async function openLogFile(file: string): Promise<FileHandle> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST_LOG) await rename(file, `${file}.1`);
  return open(file, 'a', 0o600);
}
