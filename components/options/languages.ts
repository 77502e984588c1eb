/** The languages we speak, each called by its own name. */
export const LANGUAGES = ['en', 'pt-BR', 'pt-PT', 'pl'] as const;
export type Spoken = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Readonly<Record<Spoken, string>> = { en: 'English', 'pt-BR': 'Português (Brasil)', 'pt-PT': 'Português (Portugal)', pl: 'Polski' };
