import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Kept, presentIn } from '../../entrypoints/content/kept';
import { NOTHING, sendOut, together, type Outgone } from '../../entrypoints/content/outgoing';
import type { HostReading } from '../../utils/hosts';
import type { Due } from '../../utils/promises';
import { FakeLedger, FRIDAY, MONDAY, promisesOf } from './fakes';

const READING = {
  conversation: { host: 'desk', id: '7', url: 'https://desk.example/7', title: null }, customer: { name: 'Anna', address: null, message: null, since: null },
} as unknown as HostReading;
const CALL = 'I will call you on Friday.';
const MAIL = 'I will write on Friday.';

/** One reply in one editor, over a ledger. */
function reply(ledger: FakeLedger) {
  const kept = new Kept(ledger.services);
  const at = (draft: string, due: Due | null = FRIDAY) => promisesOf(kept, draft, [CALL, MAIL], due);
  return {
    kept,
    open: () => kept.recall({ host: 'desk', id: '7' }, ledger.now()),
    view: at,
    async keep(draft: string, words: string, due: Due = FRIDAY) {
      const promises = at(draft, due);
      const promise = promises.find(({ text }) => text === words);
      if (!promise) throw new Error(`"${words}" is not in "${draft}"`);
      await kept.keep({ promise, text: words, due, lang: 'en', zone: 'UTC', reading: READING, status: 'open' }, presentIn(promises));
    },
    send: (draft: string, later = false, due: Due | null = FRIDAY) => sendOut({ kept, promises: at(draft, due), text: draft, whole: true, later, lang: 'en', reading: READING, onSending: () => undefined }),
    settle: (out: Outgone) => kept.sent(out.kept, out.unconfirmed),
    undo: (out: Outgone) => kept.unsent(out.kept, out.unconfirmed),
  };
}

describe('what goes out with a reply', () => {
  it('is tentative where it was not kept, and is asked about; what was kept is sent when nothing can undo it', async () => {
    const ledger = new FakeLedger();
    const one = reply(ledger);
    await one.keep(`${CALL} ${MAIL}`, CALL);
    const out = await one.send(`${CALL} ${MAIL}`);
    expect(out.asked.map(({ text }) => text)).toEqual([MAIL]);
    expect(ledger.state).toEqual([`${CALL}: open`, `${MAIL}: tentative`]);
    await one.settle(out);
    expect(ledger.state).toEqual([`${CALL}: open, sent`, `${MAIL}: tentative, sent`]);
  });

  it('is as it was before once its sending is undone', async () => {
    const ledger = new FakeLedger();
    const one = reply(ledger);
    await one.keep(`${CALL} ${MAIL}`, CALL);
    await one.undo(await one.send(`${CALL} ${MAIL}`));
    expect(ledger.state).toEqual([`${CALL}: open`, `${MAIL}: dropped`]);
    expect(one.view(`${CALL} ${MAIL}`).map(({ kept }) => kept !== null)).toEqual([true, false]);
  });

  it('stays what the agent answered, though its sending is undone', async () => {
    const ledger = new FakeLedger();
    const one = reply(ledger);
    const out = await one.send(CALL);
    ledger.change(out.unconfirmed[0] ?? '', { do: 'confirm', due: null });
    await one.undo(out);
    expect(ledger.state).toEqual([`${CALL}: open`]);
    const back = reply(ledger);
    await back.open();
    expect(back.view(CALL)[0]?.kept).not.toBeNull();
  });

  it('is one promise where a draft that came back unseen is sent again', async () => {
    const ledger = new FakeLedger();
    await reply(ledger).send(CALL);
    const again = reply(ledger);
    await again.open();
    await again.settle(await again.send(CALL));
    expect(ledger.state).toEqual([`${CALL}: tentative, sent`]);
  });

  it('is another promise in the next message of a chat, by the same words', async () => {
    const ledger = new FakeLedger();
    const one = reply(ledger);
    await one.settle(await one.send(CALL));
    await one.settle(await one.send(CALL, false, MONDAY));
    expect([...ledger.records.values()].map(({ due }) => due?.end)).toEqual([FRIDAY.end, MONDAY.end]);
  });

  it('makes no room for what is kept in the next message', async () => {
    const ledger = new FakeLedger();
    const one = reply(ledger);
    await one.keep(CALL, CALL);
    await one.send(CALL);
    await one.keep(MAIL, MAIL);
    expect(ledger.state).toEqual([`${CALL}: open`, `${MAIL}: open`]);
  });

  it('is promised anew where the same words were sent days ago and mean another day', async () => {
    const ledger = new FakeLedger();
    const before = reply(ledger);
    await before.keep(CALL, CALL);
    await before.settle(await before.send(CALL));
    const now = reply(ledger);
    await now.open();
    expect(now.view(CALL)[0]?.kept).not.toBeNull();
    expect(now.view(CALL, MONDAY)[0]?.kept).toBeNull();
  });

  it('is asked about whole where it goes out later', async () => {
    const ledger = new FakeLedger();
    const one = reply(ledger);
    await one.keep(`${CALL} ${MAIL}`, CALL);
    const out = await one.send(`${CALL} ${MAIL}`, true);
    expect(out.asked.map(({ text }) => text)).toEqual([CALL, MAIL]);
    expect(together(out, out)).toEqual(out);
    expect(together(NOTHING, out)).toEqual(out);
  });
});

describe('whatever the agent does', () => {
  type Move = 'keep call' | 'keep mail' | 'send' | 'later' | 'undo' | 'settle' | 'reopen' | 'answer';
  const move = fc.constantFrom<Move>('keep call', 'keep mail', 'send', 'send', 'later', 'undo', 'settle', 'reopen', 'answer');

  it('nothing that was kept is lost, and nothing is promised twice', async () => {
    await fc.assert(fc.asyncProperty(fc.array(move, { maxLength: 25 }), async (moves) => {
      const ledger = new FakeLedger();
      const draft = `${CALL} ${MAIL}`;
      let one = reply(ledger);
      let out: Outgone | null = null;
      const kept = new Set<string>();
      for (const each of moves) {
        if (each === 'keep call' || each === 'keep mail') {
          if (out !== null) continue;
          await one.keep(draft, each === 'keep call' ? CALL : MAIL);
        }
        if ((each === 'send' || each === 'later') && out === null) out = await one.send(draft, each === 'later');
        if (each === 'undo' && out !== null) { await one.undo(out); out = null; }
        if (each === 'settle' && out !== null) { await one.settle(out); out = null; }
        if (each === 'answer') for (const id of out?.unconfirmed ?? []) ledger.change(id, { do: 'confirm', due: null });
        // The page draws its composer anew, and nobody saw what became of the sending.
        if (each === 'reopen') { one = reply(ledger); await one.open(); out = null; }
        for (const { id, status } of ledger.records.values()) if (status === 'open') kept.add(id);
        for (const id of kept) expect(ledger.records.get(id)?.status).toBe('open');
        // One draft, one day: however often it is kept, sent, undone and taken up again, each of its promises is alive once.
        for (const words of [CALL, MAIL]) {
          const alive = [...ledger.records.values()].filter(({ text, status }) => text === words && (status === 'open' || status === 'tentative'));
          const sentBefore = alive.filter(({ history }) => history.some(({ what }) => what === 'sent')).length;
          expect(alive.length - sentBefore).toBeLessThanOrEqual(1);
        }
        if (out !== null) for (const id of [...out.unconfirmed, ...out.kept]) expect(['open', 'tentative']).toContain(ledger.records.get(id)?.status);
      }
    }), { numRuns: 300 });
  });
});
