/** Opens a page of the options over a world that answers from fixtures. */
import { Options, startOptions } from '../../components/options';
import type { DownloadsDoor, SiteDoor } from '../../components/options';
import type { ExportedFile } from '../../utils/messages/protocol';
import { fakeDoor, READER } from './fixtures';
import type { World } from './fixtures';
import { mount } from './mount';

const closing: (() => Promise<void>)[] = [];
/** Ends every page that was opened: one that still listened would take the next one's keys. */
export const closeAll = async (): Promise<void> => {
  for (const close of closing.splice(0)) await close();
};

export async function open(page: 'promises' | 'figures' | 'settings' | 'data' | 'rules' | 'phrases' | 'packs' | 'workshop', world: Partial<World> = {}, granting = true) {
  location.hash = `#/${page}`;
  const closer = new AbortController();
  const fake = fakeDoor(world);
  const granted = new Set<string>();
  const sites: SiteDoor = {
    granted: async () => [...granted],
    request: async (pattern) => (pattern.includes('refused') ? false : Boolean(granted.add(pattern))),
    remove: async (pattern) => granted.delete(pattern),
    pattern: (address) => (URL.canParse(address) && new URL(address).hostname.includes('.') ? `${new URL(address).origin}/*` : null),
  };
  const downloads: DownloadsDoor = { granted: async () => false, request: async () => granting };
  const files: ExportedFile[] = [];
  const readers: string[] = [];
  const door = {
    ...fake.door, sites, downloads, packs: { request: async (address: string) => address.startsWith('https:') && !address.includes('refused') }, give: (file: ExportedFile) => void files.push(file),
    reader: async (language: string) => (readers.push(language), READER),
  };
  const shown = await mount(<Options options={startOptions(door, closer.signal)} door={door} />);
  closing.push(async () => {
    closer.abort();
    await shown.unmount();
  });
  const saved = () => fake.asked.filter(({ name }) => name === 'settings.set').map(({ ask }) => (ask as { change: unknown }).change);
  return { ...fake, ...shown, saved, files, readers };
}
