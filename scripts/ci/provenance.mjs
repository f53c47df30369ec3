/**
 * `node scripts/ci/provenance.mjs <file>`: writes where the images of this run come from, as a predicate of SLSA provenance 1.0
 * (https://slsa.dev/spec/v1.0/provenance). What is signed names the workflow besides, in the certificate.
 */
import { realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {Record<string, string | undefined>} env as GitHub sets it in a job */
export function provenance(env) {
  const { GITHUB_SERVER_URL = 'https://github.com', GITHUB_REPOSITORY, GITHUB_REF, GITHUB_SHA } = env;
  const { GITHUB_WORKFLOW_REF, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT } = env;
  if (!GITHUB_REPOSITORY || !GITHUB_SHA || !GITHUB_RUN_ID)
    throw new Error(
      'Provenance says which run of a workflow has built: run this in a job of GitHub Actions.',
    );
  const repository = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
  return {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: {
        workflow: {
          ref: GITHUB_REF,
          repository,
          path: GITHUB_WORKFLOW_REF?.split('@')[0]?.slice(GITHUB_REPOSITORY.length + 1),
        },
      },
      resolvedDependencies: [{ uri: `git+${repository}@${GITHUB_REF}`, digest: { gitCommit: GITHUB_SHA } }],
    },
    runDetails: {
      builder: { id: `${GITHUB_SERVER_URL}/${GITHUB_WORKFLOW_REF}` },
      metadata: {
        invocationId: `${repository}/actions/runs/${GITHUB_RUN_ID}/attempts/${GITHUB_RUN_ATTEMPT ?? 1}`,
      },
    },
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [, , file] = process.argv;
  if (!file) throw new Error('Say where to write it: node scripts/ci/provenance.mjs <file>.');
  writeFileSync(file, `${JSON.stringify(provenance(process.env), null, 2)}\n`);
}
