import type { HostData } from '../../utils/hosts';
import type { send } from '../../utils/messages/send';

/** Pages as packs describe them, the strongest first. None where the background can't be asked: then what is built in holds. Never throws. */
export async function givenHosts(ask: typeof send): Promise<readonly HostData[]> {
  try {
    // Checked by the hosts' own schema when the pack was read.
    return (await ask('host.list', {})).hosts as unknown as readonly HostData[];
  } catch {
    return [];
  }
}
