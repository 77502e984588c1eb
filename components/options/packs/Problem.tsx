import { tellPackError, tellPackProblem, useStrings } from '../../shared';
import type { PackProblem } from '../../../utils/messages/protocol';

/** Why a pack was not taken; of a file that is no sound pack every fault with its place and what to do. */
export function Problem({ problem }: { problem: PackProblem }) {
  const strings = useStrings();
  const { code, errors } = problem;
  return (
    <>
      <p>{code === 'invalid' ? strings.plural('packs_faults', errors.length) : tellPackProblem(problem, strings)}</p>
      {errors.length > 0 && (
        <ul className="bad">
          {errors.map((error, index) => (
            <li key={`${index} ${error.path}`}>{tellPackError(error, strings)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
