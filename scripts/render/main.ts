/** Writes knative/local from scripts/render/functions.ts, and removes what is no longer rendered. */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { functions } from './functions.ts';
import { renderManifests } from './manifests.ts';

const folder = new URL('../../knative/local/', import.meta.url);
const files = renderManifests(functions);

for (const name of await readdir(folder)) if (!(name in files)) await rm(new URL(name, folder));
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, folder), text);
