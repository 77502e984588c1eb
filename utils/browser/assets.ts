import { ownUrl } from './runtime';

/**
 * Text of a file of the extension, `readAsset('knowledge/en.json')`. Never leaves the extension.
 * @throws naming the file when it is not there.
 */
export async function readAsset(path: string): Promise<string> {
  const answer = await fetch(ownUrl(path)).catch(() => null);
  if (!answer?.ok) throw new Error(`the extension's own file ${path} could not be read`);
  return answer.text();
}
