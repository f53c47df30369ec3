import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const all = ['task-create', 'task-update', 'migrate', 'web'];
const read = (...args: string[]) => readOptions(args, all, '1.2.3');

describe('what npm run images is told', () => {
  it('is everything, for one machine, with the version as its tag, when nothing is said', () => {
    expect(read()).toEqual({
      images: all,
      registry: 'dev.local/zerodo',
      tag: '1.2.3',
      base: 'node:24-bookworm-slim',
      localBase: false,
      push: false,
      prepare: false,
      dryRun: false,
    });
  });

  it('may be a few images, named together or one by one', () => {
    expect(read('--only', 'web,task-create', '--only', 'web').images).toEqual(['web', 'task-create']);
  });

  it('makes a base of its own where it is told to', () => {
    expect(read('--local-base', '--tag', 'x')).toMatchObject({
      localBase: true,
      base: 'dev.local/zerodo/base:x',
    });
  });

  it.each([
    [
      'an image that there is not',
      ['--only', 'task-crate'],
      'There is no image task-crate. There are task-create,',
    ],
    ['a registry in capitals', ['--registry', 'Example.com/x'], 'Example.com/x is no registry'],
    ['a tag with a slash', ['--tag', 'a/b'], 'a/b is no tag'],
    ['an engine that nobody knows', ['--engine', 'rkt'], 'take docker, podman, buildah'],
    ['a push to nowhere', ['--push'], 'Say where to push to'],
    ['two bases', ['--base', 'node:24', '--local-base'], 'either --base'],
    ['a misspelt option', ['--tags', 'x'], "Unknown option '--tags'. See docs/how-to/build-images.md."],
  ])('refuses %s with a sentence', (_, args, sentence) => {
    expect(() => read(...args)).toThrow(sentence);
  });
});
