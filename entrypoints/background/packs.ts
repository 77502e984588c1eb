import type { Handlers } from '../../utils/messages/answer';
import type { PackRequests } from '../../utils/messages/protocol';

export type PackHandlers = Pick<Handlers, keyof PackRequests>;

/** Until packs are kept, each of their requests is refused. */
export function packHandlers(): PackHandlers {
  const refuse = (): never => {
    throw new Error('packs are not kept yet');
  };
  return {
    'pack.list': refuse, 'pack.entries': refuse, 'pack.text': refuse, 'pack.preview': refuse, 'pack.install': refuse, 'pack.remove': refuse, 'pack.restore': refuse,
    'pack.switch': refuse, 'pack.subscribe': refuse, 'pack.subscription': refuse, 'pack.check': refuse, 'pack.apply': refuse,
    'draft.save': refuse, 'draft.load': refuse, 'draft.list': refuse, 'draft.remove': refuse, 'own.list': refuse, 'own.save': refuse, 'own.remove': refuse, 'policy.get': refuse,
  };
}
