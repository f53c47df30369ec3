import { expect, it } from 'vitest';
import { passwordsFrom } from './passwords.ts';

it('roles get the passwords that the addresses of functions and web carry', () => {
  const env = {
    ZERODO_APP_DATABASE_URL: 'postgres://zerodo_app:a%2Fb@db/zerodo',
    ZERODO_WORKER_DATABASE_URL: 'postgres://zerodo_worker@db/zerodo',
    ZERODO_WEB_DATABASE_URL: 'postgres://somebody:else@db/zerodo',
  };

  expect(passwordsFrom(env)).toEqual({ zerodo_app: 'a/b' });
  expect(passwordsFrom({})).toEqual({});
});

it('an address that is none is refused without being repeated', () => {
  expect(() => passwordsFrom({ ZERODO_APP_DATABASE_URL: 'secret' })).toThrow(
    /^ZERODO_APP_DATABASE_URL is no address: write it as postgres:\/\//,
  );
});
