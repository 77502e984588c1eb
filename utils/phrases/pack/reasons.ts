/** What the customer hears in a term that nobody explained. */
import type { PackLanguage } from './types';

const REASONS: Readonly<Record<PackLanguage, string>> = {
  en: 'A word from inside the company: the customer has to guess what it means.',
  pt: 'É um termo interno: quem lê tem de adivinhar o que significa.',
  'pt-BR': 'É um termo interno da empresa: o cliente precisa adivinhar o que quer dizer.',
  'pt-PT': 'É um termo interno da empresa: o cliente tem de adivinhar o que quer dizer.',
  pl: 'To określenie wewnętrzne: klient musi zgadywać, co znaczy.',
};
export function plainReason(lang: PackLanguage): string {
  return REASONS[lang];
}
