import { expect, it } from 'vitest';
import { type Commit, section, sectionOf, withSection } from './changelog.ts';

const commit = (subject: string, body = ''): Commit => ({ id: 'c0ffee', subject, body });

const notes = section('0.2.0', '2026-11-22', [
  commit('web: keep a filter', 'A body that says why.'),
  commit('api: rename labels', 'Words.\n\nBreaking: `label` is `name` in answers.\n'),
  commit('web: draw charts'),
  commit('web: keep a filter'),
  commit('Add a library'),
  commit("Merge branch 'main'"),
  commit('release: publish 0.1.0'),
]);

it('has what breaks first, and then each area in the order in which things came about', () => {
  expect(notes).toBe(`## 0.2.0 (2026-11-22)

### What breaks

- \`label\` is \`name\` in answers.

### api

- Rename labels

### other

- Add a library

### web

- Keep a filter
- Draw charts
`);
});

it('does not list everything there is as what the first release brings', () => {
  expect(section('0.1.0', '2026-11-22', [commit('web: draw')], true)).toBe(
    '## 0.1.0 (2026-11-22)\n\nThe first release.\n',
  );
});

it('has the newest release on top, and finds each by its version', () => {
  const one = withSection('', section('0.1.0', '2026-11-01', [], true));
  const two = withSection(one, notes);
  expect(two.match(/^## .*/gm)).toEqual(['## 0.2.0 (2026-11-22)', '## 0.1.0 (2026-11-01)']);
  expect(two.match(/^# Changelog/gm)).toHaveLength(1);
  expect(sectionOf(two, '0.1.0')).toBe('## 0.1.0 (2026-11-01)\n\nThe first release.');
  expect(sectionOf(two, '0.1')).toBeUndefined();
});
