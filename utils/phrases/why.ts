/** Why a phrase is offered, in the draft's language: what the reply does not say yet. */
import type { CheckName, Lang } from '../language';

type Reasons = Readonly<Record<CheckName, string>>;
const EN: Reasons = {
  answer: 'A question of theirs is still open.', next_step: 'It does not say yet what is being done.', clarity: 'A plainer way to say it.',
  greeting_name: 'The greeting could call them by name.', acknowledge_feeling: 'Nothing says yet that you see what happened to them.',
  own_words: 'It could take up what they wrote, in their words.', courtesy: 'A word of courtesy is missing.',
  warm_close: 'The end could be warmer than a formula.', ownership: 'Nobody on your side takes it on yet.',
  what_next: 'They cannot tell yet what happens next.', by_when: 'They cannot tell yet by when.', who: 'They cannot tell yet who does it.', follow_up_offer: 'It does not say how the two of you stay in touch.',
};
const PT_PT: Reasons = {
  answer: 'Ainda há uma pergunta por responder.', next_step: 'Ainda não se diz o que está a ser feito.', clarity: 'Uma forma mais simples de o dizer.',
  greeting_name: 'A saudação podia tratar o cliente pelo nome.', acknowledge_feeling: 'Ainda nada mostra que se percebeu o que lhe aconteceu.',
  own_words: 'Podia retomar o que o cliente escreveu, nas palavras dele.', courtesy: 'Falta uma palavra de cortesia.',
  warm_close: 'O fecho podia ser mais caloroso do que uma fórmula.', ownership: 'Ainda ninguém do nosso lado assume o assunto.',
  what_next: 'Ainda não se sabe o que acontece a seguir.', by_when: 'Ainda não se sabe até quando.', who: 'Ainda não se sabe quem trata disso.', follow_up_offer: 'Falta dizer como continuamos em contacto.',
};
const PT_BR: Reasons = {
  ...PT_PT,
  next_step: 'Ainda não está dito o que está sendo feito.', clarity: 'Um jeito mais simples de dizer isso.',
  greeting_name: 'A saudação podia chamar o cliente pelo nome.', acknowledge_feeling: 'Nada mostra ainda que você entendeu o que aconteceu com o cliente.',
  own_words: 'Podia retomar o que o cliente escreveu, nas palavras dele.', warm_close: 'O fecho podia ser mais caloroso que uma fórmula.',
  ownership: 'Ninguém do nosso lado assumiu o assunto ainda.', what_next: 'Ainda não dá para saber o que acontece agora.', by_when: 'Ainda não dá para saber até quando.',
  who: 'Ainda não dá para saber quem cuida disso.', follow_up_offer: 'Falta dizer como continuamos em contato.',
};
const PL: Reasons = {
  answer: 'Jedno z pytań klienta jest jeszcze bez odpowiedzi.', next_step: 'Nie wiadomo jeszcze, co się konkretnie dzieje.', clarity: 'To samo prościej.',
  greeting_name: 'W powitaniu może paść imię klienta.', acknowledge_feeling: 'Nic jeszcze nie pokazuje, że widać, co klienta spotkało.',
  own_words: 'Warto nawiązać do tego, co klient napisał, jego słowami.', courtesy: 'Brakuje uprzejmego słowa.',
  warm_close: 'Zakończenie może być cieplejsze niż formułka.', ownership: 'Nikt po naszej stronie nie bierze jeszcze sprawy na siebie.',
  what_next: 'Nie wiadomo jeszcze, co będzie dalej.', by_when: 'Nie wiadomo jeszcze, do kiedy.', who: 'Nie wiadomo jeszcze, kto się tym zajmie.', follow_up_offer: 'Nie wiadomo jeszcze, jak pozostaniemy w kontakcie.',
};
const REASONS: Readonly<Record<Lang, Reasons>> = { en: EN, 'pt-PT': PT_PT, 'pt-BR': PT_BR, pl: PL };

export function whyOffered(lang: Lang, check: CheckName): string {
  return REASONS[lang][check];
}
