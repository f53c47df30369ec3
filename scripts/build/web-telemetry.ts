import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Writes `<out>/telemetry.cjs`, which measures the web application when its process is started with `--require` of it, and does
 * nothing where no endpoint is set.
 *
 * @returns its path
 */
export async function bundleWebTelemetry(root: string, out: string): Promise<string> {
  const outfile = join(out, 'telemetry.cjs');
  await build({
    stdin: {
      contents: `import { measureWeb } from '@zerodo/runtime/telemetry/web'; measureWeb();`,
      resolveDir: join(root, 'functions/lib/runtime'),
    },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
  });
  return outfile;
}
