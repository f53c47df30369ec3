/** `npm run generate`: everything that is committed but written by a program. `npm run check` fails when it is stale. */
import { root } from '../tool.ts';
import { generators } from './generators.ts';
import { writeGenerated } from './write.ts';

for (const generator of generators) {
  const changed = await writeGenerated(generator, root);
  console.log(`  ✓ ${generator.folder}${changed.length > 0 ? `: ${changed.length} changed` : ''}`);
}
