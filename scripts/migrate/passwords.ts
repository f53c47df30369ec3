import { Complaint } from '../start/complaint.ts';

const roles = {
  ZERODO_APP_DATABASE_URL: 'zerodo_app',
  ZERODO_WORKER_DATABASE_URL: 'zerodo_worker',
  ZERODO_WEB_DATABASE_URL: 'zerodo_web',
};

/**
 * The passwords to give to the login roles: those in the addresses that functions and the web are told. An address that is not
 * given, has no password or names another user changes nothing: that role is somebody else's to care for.
 *
 * @throws Complaint about an address that is none, without repeating it
 */
export function passwordsFrom(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(roles).flatMap(([variable, role]) => {
      const address = env[variable];
      if (!address) return [];
      if (!URL.canParse(address))
        throw new Complaint(
          `${variable} is no address: write it as postgres://user:password@host:5432/database.`,
        );
      const { username, password } = new URL(address);
      return username === role && password ? [[role, decodeURIComponent(password)]] : [];
    }),
  );
}
