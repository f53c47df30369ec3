import { describe, expect, it } from 'vitest';
import { sealWith } from './sealing.ts';

const key = 'only for tests, but thirty-two characters';
const { seal, open } = sealWith(key);

describe('a sealed secret', () => {
  it('is opened with the same key at the same place', () => {
    expect(open(seal('whsec_ümlaut', 'webhook 1'), 'webhook 1')).toBe('whsec_ümlaut');
    expect(sealWith(key).open(seal('again', 'w'), 'w')).toBe('again');
  });

  it('never looks the same twice and holds no word of it', () => {
    const [one, two] = [seal('secret', 'w'), seal('secret', 'w')];

    expect(one.equals(two)).toBe(false);
    expect(one.includes('secret')).toBe(false);
  });

  it('is opened with the key that was before, and sealed with the one of now', () => {
    const changed = sealWith('a new key of more than thirty-two characters', key);
    const old = seal('whsec_old', 'w');
    const anew = changed.reseal(old, 'w');

    expect(changed.open(old, 'w')).toBe('whsec_old');
    expect(sealWith('a new key of more than thirty-two characters').open(anew!, 'w')).toBe('whsec_old');
    expect(changed.reseal(anew!, 'w')).toBeNull();
    expect(() => open(anew!, 'w')).toThrow();
  });

  it('is opened by no other key, at no other place, and not when a bit is another', () => {
    const sealed = seal('secret', 'webhook 1');
    const bent = Buffer.from(sealed);
    bent[bent.length - 1]! ^= 1;

    expect(() => sealWith('another key, but of thirty-two characters').open(sealed, 'webhook 1')).toThrow();
    expect(() => open(sealed, 'webhook 2')).toThrow();
    expect(() => open(bent, 'webhook 1')).toThrow();
    expect(() => open(Buffer.concat([Buffer.of(2), sealed.subarray(1)]), 'webhook 1')).toThrow(
      'later version',
    );
  });
});
