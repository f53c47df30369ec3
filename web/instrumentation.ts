/** Runs once, before the server listens: a setting that cannot be used ends the process here. */
export async function register(): Promise<void> {
  // A constant of the build, not a setting: without it Next also bundles this for its edge runtime.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { config } = await import('./lib/config.ts');
    const { endWithStdin } = await import('./lib/end-with-stdin.ts');
    if (config().ZERODO_EXIT_WITH_STDIN === '1') endWithStdin();
  }
}
