import type { PackProblem, PackProblemCode } from '../../utils/messages/protocol';

/** Why something was not done with a pack; nothing was changed then. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
  readonly problem: PackProblem;
  constructor(code: PackProblemCode, params: PackProblem['params'] = {}, errors: PackProblem['errors'] = []) {
    super(code);
    this.problem = { code, params, errors };
  }
}
