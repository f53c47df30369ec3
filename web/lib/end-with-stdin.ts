/**
 * The runner holds the other end of our stdin: when it dies, even by `kill -9`, the pipe closes and
 * we must not stay behind. SIGTERM lets Next finish what it is answering.
 */
export function endWithStdin(): void {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.resume();
}
