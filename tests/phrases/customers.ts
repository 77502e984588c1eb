/** Sample customers, one line each: what may be offered to them (ids without the country), and what never. */
import type { Lang } from '../../utils/language';

export interface Customer {
  readonly is: string;
  readonly customer: string;
  readonly name: string | null;
  readonly may: readonly string[];
  readonly never: readonly string[];
}
const row = (is: string, customer: string, name: string | null, may: readonly string[], never: readonly string[]): Customer => ({ is, customer, name, may, never });
const UNSAID = ['start.repeat', 'start.double-charge', 'start.lost', 'start.contradiction', 'start.broken-promise'] as const;
const HAPPY = ['end.calm', 'end.grateful'] as const;

const EN: readonly Customer[] = [
  row('frustrated', 'I have been waiting for my refund for three weeks. Where is my money? This is so frustrating.', 'Ann Reed', ['start.refund-wait', 'next.refund'], [...UNSAID, ...HAPPY]),
  row('angry', 'You charged me twice for the same order! I am furious.', 'Tom Hill', ['start.double-charge', 'next.bill'], ['start.repeat', 'start.lost', ...HAPPY]),
  row('angry', 'Your agent was rude to me. Disgraceful.', null, ['start.staff'], [...UNSAID, ...HAPPY]),
  row('frustrated', 'This is the third time I am writing about my invoice. Still nothing. I am fed up.', 'Ann Reed', ['start.repeat', 'own.repeat'], ['start.lost', 'start.double-charge', ...HAPPY]),
  row('anxious', 'I am worried, my flight is on Saturday and I need the ticket by Friday. Please help.', 'Luis Ray', ['when.deadline', 'end.deadline'], [...UNSAID, ...HAPPY]),
  row('anxious', 'I smell gas in the kitchen, I am scared, what should I do?', 'Rosa Dell', ['start.safety', 'next.safety', 'end.safety'], [...UNSAID, ...HAPPY]),
  row('anxious', 'My account was hacked and I am really worried about my savings.', 'Ann Reed', ['start.security', 'next.security'], [...UNSAID, ...HAPPY]),
  row('confused', 'I am confused, I don\'t understand the bill at all. What does that mean?', 'Teresa Lane', ['start.unclear-text', 'next.bill'], [...UNSAID, ...HAPPY, 'next.upset']),
  row('disappointed', 'I am so disappointed, the vase arrived broken and it was a gift for her wedding.', 'Ann Reed', ['start.damaged', 'next.damaged'], [...UNSAID, ...HAPPY]),
  row('disappointed', 'After ten years as a loyal customer I expected better. I am disappointed.', 'Gareth Hill', ['start.loyal', 'end.disappointed'], [...UNSAID, ...HAPPY]),
  row('calm', 'Hi, what are your opening hours on Monday?', 'Grace Lee', ['next.calm', 'end.calm'], [...UNSAID, 'start.frustrated', 'start.wait']),
  row('calm', 'Hello, I would like to cancel my subscription from July, please.', 'Isla Day', ['next.cancel'], [...UNSAID, 'start.frustrated']),
  row('grateful', 'Thank you so much for helping me, great service!', 'Gina Moor', ['start.praise', 'end.grateful'], [...UNSAID, 'next.upset', 'own.until-settled']),
];
const PT = (waiting: string): readonly Customer[] => [
  row('frustrated', `Estou à espera do reembolso há três semanas e nada. ${waiting}`, 'Ana Reis', ['start.refund-wait', 'next.refund'], [...UNSAID, ...HAPPY]),
  row('angry', 'Fui cobrada duas vezes pelo mesmo pedido! Que vergonha, isto é um roubo!', 'Rita Melo', ['start.double-charge', 'next.bill'], ['start.repeat', 'start.lost', ...HAPPY]),
  row('angry', 'O funcionário foi mal educado comigo. Inadmissível, estou furiosa!', null, ['start.staff'], [...UNSAID, ...HAPPY]),
  row('frustrated', 'É a terceira vez que escrevo sobre a fatura e continua tudo igual. Estou farto disto.', 'Rui Melo', ['start.repeat', 'next.own-repeat'], ['start.lost', 'start.double-charge', ...HAPPY]),
  row('anxious', 'Estou muito preocupada, preciso do documento até sexta-feira.', 'Ana Reis', ['next.today-deadline', 'end.deadline'], [...UNSAID, ...HAPPY]),
  row('anxious', 'O aparelho cheira a queimado e tenho medo. Isto é perigoso?', 'Ana Reis', ['start.safety', 'next.safety'], [...UNSAID, ...HAPPY]),
  row('anxious', 'Estou muito preocupada, não reconheço esta compra no meu cartão.', 'Ana Reis', ['start.security', 'next.security'], [...UNSAID, ...HAPPY]),
  row('confused', 'Estou confusa, não entendi a fatura. O que significa este valor?', 'Vera Lopes', ['start.unclear-text', 'end.confused'], [...UNSAID, ...HAPPY, 'next.upset']),
  row('disappointed', 'Que desilusão, que decepção: a jarra chegou partida.', 'Susana Reis', ['start.damaged', 'next.damaged'], [...UNSAID, ...HAPPY]),
  row('calm', 'Bom dia, a que horas abrem amanhã?', 'Rui Melo', ['next.calm', 'end.calm'], [...UNSAID, 'start.frustrated', 'start.wait']),
  row('calm', 'Boa tarde, quero cancelar a assinatura a partir de julho.', 'Rui Melo', ['next.cancel'], [...UNSAID, 'start.frustrated']),
  row('grateful', 'Muito obrigada pela ajuda, excelente atendimento!', 'Ana Reis', ['start.praise', 'end.grateful'], [...UNSAID, 'next.upset', 'next.own']),
];
const PL: readonly Customer[] = [
  row('frustrated', 'Czekam na zwrot pieniędzy już trzy tygodnie i nic. Mam dość.', 'Anna Nowak', ['start.refund-wait', 'next.refund'], [...UNSAID, ...HAPPY]),
  row('angry', 'Pobraliście dwa razy tę samą opłatę! Jestem wściekła, to skandal!', 'Maria Kowalska', ['start.double-charge', 'next.bill'], ['start.repeat', 'start.lost', ...HAPPY]),
  row('angry', 'Pani na infolinii była niemiła. Skandal, jestem wściekły!', null, ['start.staff'], [...UNSAID, ...HAPPY]),
  row('frustrated', 'Piszę już trzeci raz w sprawie faktury i dalej nic. Mam tego dość.', 'Jan Nowak', ['start.repeat', 'own.repeat'], ['start.lost', 'start.double-charge', ...HAPPY]),
  row('anxious', 'Bardzo się martwię, muszę mieć dokument do piątku.', 'Anna Nowak', ['when.deadline', 'end.deadline'], [...UNSAID, ...HAPPY]),
  row('anxious', 'Czuję gaz w kuchni, boję się, co mam robić?', 'Anna Nowak', ['start.safety', 'next.safety'], [...UNSAID, ...HAPPY]),
  row('anxious', 'Ktoś włamał się na moje konto, bardzo się boję o pieniądze.', 'Jan Nowak', ['start.security', 'next.security'], [...UNSAID, ...HAPPY]),
  row('confused', 'Nie rozumiem faktury, pogubiłam się. Co to znaczy?', 'Anna Nowak', ['start.unclear-text', 'end.confused'], [...UNSAID, ...HAPPY, 'next.upset']),
  row('disappointed', 'Jestem rozczarowana, wazon przyszedł rozbity.', 'Anna Nowak', ['start.damaged', 'next.damaged'], [...UNSAID, ...HAPPY]),
  row('disappointed', 'Jestem rozczarowany, kupuję u Państwa od lat i takiej obsługi się nie spodziewałem.', 'Jan Nowak', ['start.loyal', 'end.disappointed'], [...UNSAID, ...HAPPY]),
  row('calm', 'Dzień dobry, o której jutro otwieracie?', 'Jan Nowak', ['next.calm', 'end.calm'], [...UNSAID, 'start.frustrated', 'start.wait']),
  row('grateful', 'Bardzo dziękuję za pomoc, świetna obsługa!', 'Anna Nowak', ['start.praise', 'end.grateful'], [...UNSAID, 'next.upset', 'own.until-settled']),
];

export const CUSTOMERS: Readonly<Record<Lang, readonly Customer[]>> = { en: EN, pl: PL, 'pt-BR': PT('Que raiva, estou cansada disso.'), 'pt-PT': PT('Estou farta desta espera.') };
