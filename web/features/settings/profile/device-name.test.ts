import { describe, expect, it } from 'vitest';
import { settingsEnglish } from '../words/english/settings-english.ts';
import { deviceInWords } from './device-name.ts';

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'Chrome on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari on iPhone'],
    ['Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 'Firefox on Android'],
    ['curl/8.5.0', 'Unknown device'],
    [null, 'Unknown device'],
  ])('with %s is %s', (userAgent, name) => {
    expect(deviceInWords(userAgent, settingsEnglish.profile)).toBe(name);
  });
});
