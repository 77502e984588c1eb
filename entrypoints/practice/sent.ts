export interface SentReply {
  /** ISO instant. */
  readonly at: string;
  readonly text: string;
}

const KEY = 'practice.sent';

/** Replies sent in this tab of the practice inbox: they outlive a reload, not the tab. A damaged store starts anew. */
export function sentReplies(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  const read = (): Readonly<Record<string, readonly SentReply[]>> => {
    try {
      const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
      return typeof kept === 'object' && kept !== null ? (kept as Record<string, readonly SentReply[]>) : {};
    } catch {
      return {};
    }
  };
  return {
    of: (conversation: string): readonly SentReply[] => read()[conversation] ?? [],
    add(conversation: string, reply: SentReply): void {
      const all = read();
      storage.setItem(KEY, JSON.stringify({ ...all, [conversation]: [...(all[conversation] ?? []), reply] }));
    },
  };
}
