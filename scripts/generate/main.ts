/** `npm run generate`: everything that is committed but written by a program. `npm run check` fails when it is stale. */
import { NoHelm } from '../render/helm.ts';
import { root } from '../tool.ts';
import { generators } from './generators.ts';
import { writeGenerated } from './write.ts';

for (const generator of generators) {
  try {
    const changed = await writeGenerated(generator, root);
    console.log(`  ✓ ${generator.folder}${changed.length > 0 ? `: ${changed.length} changed` : ''}`);
  } catch (error) {
    if (!(error instanceof NoHelm)) throw error;
    console.error(`  ✗ ${generator.folder} stays as it was: ${error.message}`);
    process.exitCode = 1;
  }
}
