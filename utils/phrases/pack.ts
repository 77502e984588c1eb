/**
 * Packs: what a team shares in one file, `*.keepword.json`. Data only. A pack is read whole or not at all, and every error names its
 * place and what to do. The file is documented field by field in `.github/packs.md`; its JSON Schema is `public/schema/pack.schema.json`.
 */
export { BOUNDS } from './pack/bounds';
export { describePackError, PACK_ERROR_CODES } from './pack/errors';
export type { PackError, PackErrorCode } from './pack/errors';
export { checkPack, readPack, readPackText } from './pack/read';
export type { PackResult, ReadOptions } from './pack/read';
export { packJsonSchema } from './pack/schema';
export type { PackFile } from './pack/schema';
export { signedText } from './pack/sign';
export { compareVersions } from './pack/version';
export { slug } from './pack/whole';
export { PACK_FORMAT, PACK_LANGUAGES, TEXT_FORMS } from './pack/types';
export type * from './pack/types';
