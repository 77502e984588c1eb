import { push, pushToTab } from '../../utils/messages/push';
import type { Parts } from './changes';
import { RETIMING, tellSettings } from './handlers';
import { loadSettings } from './settings';

/** After a change of packs: settings follow what they preset, our pages are told, and replies that are being written are read anew. */
export async function packsChanged(parts: Parts, words: boolean): Promise<void> {
  if (await parts.policy.govern()) await tellSettings(parts, await loadSettings(parts.store), RETIMING);
  void parts.replies.tellPanels({ to: 'panel', push: 'packs.changed' });
  if (!words) return;
  void push({ to: 'reply', push: 'knowledge.changed' });
  for (const tab of await parts.replies.hostTabs()) void pushToTab(tab, null, { to: 'reply', push: 'knowledge.changed' });
}
