import { describe, expect, it } from 'vitest';
import { relyingPartyId } from './relying-party.ts';

describe('what passkeys are bound to', () => {
  it('is the name that people open, without its port', () => {
    expect(relyingPartyId('https://todo.example.test:8443/', ['http://localhost:3000'])).toBe(
      'todo.example.test',
    );
  });

  it('is localhost where the address is a number that is this machine', () => {
    expect(relyingPartyId('http://127.0.0.1:3000', ['http://127.0.0.1:3000', 'http://localhost:3000'])).toBe(
      'localhost',
    );
  });

  it('is the number where there is no name, for which browsers make none', () => {
    expect(relyingPartyId('http://[::1]:3000', ['http://192.0.2.1:3000'])).toBe('[::1]');
  });
});
