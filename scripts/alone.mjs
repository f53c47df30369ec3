/** One process at a time, for what the bootstrap and the tasks do to folders that all of them share. Runs on Node 20. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether the process that holds a lock still lives; EPERM is another user's living process. */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether a lock's holder lives. One that has not yet written its id has ten seconds to do so. */
function held(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    return holder > 0 ? alive(holder) : Date.now() - statSync(lock).mtimeMs < 10_000;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Runs `work` once nobody else does anything under the name `what`; says `doing` when it has to wait. The lock of a process
 * that died is taken over.
 */
export async function alone(what, doing, work) {
  const lock = join(tmpdir(), `zerodo-${createHash('sha256').update(what).digest('hex').slice(0, 12)}.lock`);
  for (let said = false; ; await sleep(200)) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!held(lock)) rmSync(lock, { force: true });
      else if (!said) console.log(`  … another process is ${doing}`);
      said = true;
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}
