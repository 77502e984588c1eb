/** Opens the panel over a world that answers from fixtures. */
import { act } from 'react';
import { Panel, startPanel } from '../../components/panel';
import type { ReplyView } from '../../utils/messages/protocol';
import { fakeDoor, TAB } from './fixtures';
import type { World } from './fixtures';
import { mount, settle } from './mount';

const closing: (() => Promise<void>)[] = [];
/** Ends every panel that was opened. */
export const closeAll = async (): Promise<void> => {
  for (const close of closing.splice(0)) await close();
};

export async function open(world: Partial<World> = {}, view: ReplyView | null = null) {
  const closer = new AbortController();
  const fake = fakeDoor(world);
  const shown = await mount(<Panel panel={startPanel(fake.door, closer.signal)} door={fake.door} />);
  closing.push(async () => {
    closer.abort();
    await shown.unmount();
  });
  const show = async (next: ReplyView, from = { tab: TAB, frame: 3 }) => {
    await act(async () => fake.push({ to: 'panel', push: 'reply.view', view: next }, from));
    await settle();
  };
  if (view) await show(view);
  return { ...fake, ...shown, show };
}
