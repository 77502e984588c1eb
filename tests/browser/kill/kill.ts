import { readdirSync, readFileSync } from 'node:fs';
import type { Session } from '../../../scripts/browsers';
import { wait } from '../../../scripts/driving';

/**
 * Ends a browser as a power cut or a crash would: SIGKILL to the whole process group that was started for it. Answers when no process
 * of that browser is left.
 */
export async function kill(session: Session): Promise<void> {
  const { pid } = session.browser.process() ?? {};
  if (pid === undefined) throw new Error('the browser was not started by this test');
  process.kill(-pid, 'SIGKILL');
  for (let waited = 0; waited < 200; waited += 1) {
    if (processesOf(session.profile).length === 0) return;
    await wait(50);
  }
  throw new Error(`processes of the killed browser are still there: ${processesOf(session.profile).join(', ')}`);
}

/** Processes that name this profile on their command line; each profile is a fresh folder of one test. */
function processesOf(profile: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      // A killed process stays listed until it was waited for, with an empty command line.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile);
    } catch {
      return false;
    }
  });
}
