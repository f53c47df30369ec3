/** `npm run render`: writes knative/ from helm/zerodo, which is where manifests are changed. */
import { manifestGenerators } from '../generate/generators.ts';
import { writeGenerated } from '../generate/write.ts';
import { root } from '../tool.ts';
import { NoHelm } from './helm.ts';

try {
  for (const generator of manifestGenerators) {
    const changed = await writeGenerated(generator, root);
    console.log(`  ✓ ${generator.folder}${changed.length > 0 ? `: ${changed.length} changed` : ''}`);
  }
} catch (error) {
  if (!(error instanceof NoHelm)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
