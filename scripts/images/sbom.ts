import { createHash } from 'node:crypto';
import type { Package } from './lockfile.ts';
import type { Origin } from './origin.ts';

/**
 * The bill of materials of an image, as CycloneDX 1.6 JSON (ECMA-424): the packages beyond its base. The same input gives the same
 * bytes. `patched` answers the paths of our patches of a package.
 */
export function sbomOf(
  image: string,
  { version, revision, created }: Origin,
  packages: Package[],
  patched: (one: Package) => readonly string[] = () => [],
): object {
  const components = packages.map((one) => component(one, patched(one)));
  const digest = createHash('sha256')
    .update(JSON.stringify([image, version, revision, components]))
    .digest('hex');
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidFrom(digest)}`,
    version: 1,
    metadata: {
      timestamp: created.toISOString(),
      component: {
        type: 'application',
        'bom-ref': `zerodo/${image}`,
        group: 'zerodo',
        name: image,
        version,
        licenses: [{ license: { id: 'Apache-2.0' } }],
        ...(revision && { properties: [{ name: 'org.opencontainers.image.revision', value: revision }] }),
      },
    },
    components,
    dependencies: [{ ref: `zerodo/${image}`, dependsOn: components.map((one) => one['bom-ref']) }],
  };
}

function component({ name, version, license, integrity }: Package, patches: readonly string[]) {
  const [, scope, bare] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name)!;
  // https://github.com/package-url/purl-spec: the at-sign of a scope is percent-encoded.
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    ...(scope && { group: scope }),
    name: bare!,
    version,
    purl,
    ...(integrity?.startsWith('sha512-') && {
      hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }],
    }),
    ...(license && { licenses: [licence(license)] }),
    ...(patches.length > 0 && {
      pedigree: { patches: patches.map((url) => ({ type: 'unofficial', diff: { url } })) },
    }),
  };
}

/** An id of the SPDX list, an expression of such, or words. */
function licence(said: string) {
  if (/ (AND|OR|WITH) /.test(said)) return { expression: said };
  return { license: /^[\w.+-]+$/.test(said) ? { id: said } : { name: said } };
}

/** A name-based UUID (RFC 9562, version 8) of a digest. */
const uuidFrom = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
