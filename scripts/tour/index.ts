import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '../browsers';
import { textOf, textsOf, until } from '../driving';
import { insertPhrase, keepPromise, markAndUndo, openReply, send, typeReply, type Say } from './steps';
import { remind } from './reminder';
import { SCENES, type Scene } from './scenes';

export { SCENES } from './scenes';

const shoot = (page: Page, folder: string, name: string) => page.screenshot({ path: path.join(folder, `${name}.png`) as `${string}.png` });

/** One reply in one language, from the customer's message to the reply in the thread. Screenshots go to `folder`. */
export async function replyScene(session: Session, scene: Scene, say: Say, folder: string | null): Promise<void> {
  const { page, panel } = await openReply(session, scene);
  const customer = await textsOf(panel, '.customer');
  say('opens a reply; the panel reads the customer', customer.join(' · ').slice(0, 240));
  await typeReply(page, scene.paragraphs);
  say('marks the wording while it is typed; takes an alternative', await markAndUndo(page, panel, scene));
  say('shows matter, person, process', await textOf(panel, '.dimensions'));
  if (folder) await shoot(page, folder, `${scene.lang}-reply`);
  say('reads the promise and keeps it', await keepPromise(panel, scene));
  say('puts a phrase at the caret', await insertPhrase(page, panel));
  if (folder) await shoot(page, folder, `${scene.lang}-kept`);
  const sent = await send(page);
  say('sends; the reply stands in the thread', `${sent.replace(/\s+/g, ' ').slice(0, 120)} …`);
  await until('the next promise at the foot of the panel', async () => (await textsOf(panel, '.foot .next')).at(0)).then((line) => say('keeps it in the ledger', line));
  if (folder) await shoot(page, folder, `${scene.lang}-sent`);
  await page.close();
}

/** The whole tour: a reply in each of the four languages, then a reminder that comes, waits and is done. */
export async function tour(session: Session, say: (scene: string, step: string, seen: string) => void, folder: string | null): Promise<void> {
  for (const scene of SCENES) await replyScene(session, scene, (step, seen) => say(scene.lang, step, seen), folder);
  await remind(session, (step, seen) => say('reminder', step, seen), folder);
}
