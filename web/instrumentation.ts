/** Runs once, when the server starts. */
export async function register(): Promise<void> {
  // A constant of the build, not a setting: without it Next also bundles this for its edge runtime.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { begin } = await import('./lib/begin.ts');
    begin();
  }
}
