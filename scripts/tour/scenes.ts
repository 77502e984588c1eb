/** One reply in each language, with something to say plainly and a word that is given. */
export interface Scene {
  readonly lang: 'en' | 'pt-BR' | 'pt-PT' | 'pl';
  /** Sample in the practice inbox. */
  readonly conversation: string;
  readonly customer: string;
  readonly paragraphs: readonly string[];
  /** Words that must be marked. */
  readonly marked: string;
  /** The sentence that gives a word, and what its date must hold. */
  readonly promise: string;
}

export const SCENES: readonly Scene[] = [
  {
    lang: 'en', conversation: 'en-refund-third-time', customer: 'Hannah Brooks',
    paragraphs: ['Hi Hannah,', 'As per our policy refunds are handled by accounting.', 'I will call you tomorrow at 3 pm.'],
    marked: 'As per our policy', promise: 'I will call you tomorrow at 3 pm',
  },
  {
    lang: 'pt-BR', conversation: 'ptbr-entrega-atrasada', customer: 'Juliana Ferreira',
    paragraphs: ['Olá, Juliana,', 'Pedimos desculpas por eventuais transtornos.', 'Vou te ligar amanhã às 15h.'],
    marked: 'Pedimos desculpas por eventuais transtornos', promise: 'Vou te ligar amanhã às 15h',
  },
  {
    lang: 'pt-PT', conversation: 'ptpt-avaria-internet', customer: 'Teresa Vasconcelos',
    paragraphs: ['Bom dia, Teresa,', 'Lamentamos o incómodo causado.', 'Ligo-lhe amanhã às 15h.'],
    marked: 'Lamentamos o incómodo causado', promise: 'Ligo-lhe amanhã às 15h',
  },
  {
    lang: 'pl', conversation: 'pl-reklamacja-trzeci-raz', customer: 'Maria Kowalska',
    paragraphs: ['Dzień dobry,', 'Przepraszamy za wszelkie niedogodności.', 'Oddzwonię jutro o 15:00.'],
    marked: 'Przepraszamy za wszelkie niedogodności', promise: 'Oddzwonię jutro o 15:00',
  },
];
