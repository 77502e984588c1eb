/** What the algorithmic marks say, in the draft's language: one sentence an agent can learn from. */
import type { Lang } from '../types';
import type { Tone } from './tones';

interface Said extends Readonly<Record<Tone, string>> {
  readonly long: string;
  readonly tangled: string;
  readonly wall: string;
  readonly address: string;
  readonly shouting: string;
  readonly refusal: string;
  readonly acronym: string;
}
const EN: Said = {
  long: 'The sentence is too long to follow in one reading: two or three short ones say the same.',
  tangled: 'So many clauses hang on one sentence that the reader has to start again: give each its own.',
  wall: 'A wall of text: on a screen people skip it. A paragraph a thought, and steps as a list.',
  address: 'The rest of the reply addresses the customer differently: one form throughout.',
  shouting: 'Capitals and heaped signs read as shouting.',
  refusal: 'A bare refusal: the customer is left alone with it. Say what you can do.',
  acronym: 'Letters of the trade: the customer would have to look them up. Say the thing itself.',
  blame: 'Sounds as if it were their fault. Say what happened, or what you will do, without who should have done what.',
  dismissive: 'Sounds as if it were small, or closed. Say that it matters, and what happens next.',
  sarcasm: 'Reads as mockery, even if it was not meant so. Say the plain thing.',
  negative: 'Tells them only what is not possible. Begin with what is.',
  heat: 'Reads as impatience. Say it once, quietly.',
  robotic: 'Sounds like a form letter: nobody speaks here. Say who does what.',
};
const PT: Said = {
  long: 'A frase é longa demais para se entender à primeira leitura: duas ou três curtas dizem o mesmo.',
  tangled: 'Tantas orações na mesma frase obrigam a recomeçar a leitura: uma frase para cada ideia.',
  wall: 'Um bloco de texto sem pausas: no ecrã, as pessoas saltam-no. Um parágrafo por ideia e os passos em lista.',
  address: 'No resto da resposta o cliente é tratado de outra forma: mantenha um só tratamento.',
  shouting: 'Maiúsculas e sinais repetidos soam a gritos.',
  refusal: 'Uma recusa seca deixa o cliente sozinho com o problema: diga o que se pode fazer.',
  acronym: 'Uma sigla da casa: o cliente teria de a procurar. Diga a própria coisa.',
  blame: 'Soa como se a culpa fosse do cliente. Diga o que aconteceu ou o que vai fazer, sem apontar quem devia ter feito o quê.',
  dismissive: 'Soa como se fosse coisa pouca ou assunto encerrado. Diga que importa e qual é o passo seguinte.',
  sarcasm: 'Lê-se como troça, mesmo que não o seja. Diga a coisa simplesmente.',
  negative: 'Só diz o que não se pode. Comece pelo que se pode fazer.',
  heat: 'Lê-se como impaciência. Diga-o uma vez, com calma.',
  robotic: 'Soa a carta-tipo: ninguém fala aqui. Diga quem faz o quê.',
};
const SAID: Readonly<Record<Lang, Said>> = {
  en: EN,
  'pt-PT': PT,
  'pt-BR': {
    ...PT,
    long: 'A frase é longa demais para ser entendida numa só leitura: duas ou três curtas dizem o mesmo.',
    tangled: 'Com tantas orações na mesma frase, é preciso recomeçar a leitura: uma frase para cada ideia.',
    wall: 'Um bloco de texto sem pausas: na tela, as pessoas pulam. Um parágrafo por ideia e os passos em lista.',
    address: 'No resto da resposta o cliente é tratado de outro jeito: mantenha um só tratamento.',
    shouting: 'Maiúsculas e sinais repetidos soam como grito.',
    refusal: 'Uma recusa seca deixa o cliente sozinho com o problema: diga o que dá para fazer.',
    acronym: 'Uma sigla da casa: o cliente teria que procurar o que é. Diga a coisa pelo nome.',
    blame: 'Soa como se a culpa fosse do cliente. Diga o que aconteceu ou o que você vai fazer, sem apontar quem devia ter feito o quê.',
    dismissive: 'Soa como se fosse coisa pouca ou assunto encerrado. Diga que importa e qual é o próximo passo.',
    sarcasm: 'Parece deboche, mesmo que não seja. Diga a coisa de forma simples.',
    negative: 'Só diz o que não dá. Comece pelo que dá para fazer.',
    heat: 'Parece impaciência. Diga uma vez, com calma.',
    robotic: 'Parece carta padrão: ninguém fala aqui. Diga quem faz o quê.',
  },
  pl: {
    long: 'Zdanie jest za długie, żeby zrozumieć je za pierwszym razem: dwa lub trzy krótkie powiedzą to samo.',
    tangled: 'Na jednym zdaniu wisi tyle wtrąceń, że trzeba je czytać od nowa: każdej myśli jej zdanie.',
    wall: 'Ściana tekstu: na ekranie ludzie ją omijają. Jedna myśl, jeden akapit, a kroki w punktach.',
    address: 'W pozostałej części odpowiedzi zwraca się Pan/Pani do klienta inaczej: jedna forma od początku do końca.',
    shouting: 'Wielkie litery i nagromadzone znaki brzmią jak krzyk.',
    refusal: 'Sama odmowa zostawia klienta z niczym: warto napisać, co można zrobić.',
    blame: 'Brzmi, jakby wina była po stronie klienta. Lepiej: co się stało i co teraz zrobimy, bez wytykania, kto co powinien.',
    dismissive: 'Brzmi, jakby sprawa była drobna albo zamknięta. Lepiej powiedzieć, że jest ważna, i co będzie dalej.',
    sarcasm: 'Czyta się jak kpina, nawet jeśli nią nie jest. Lepiej wprost.',
    negative: 'Mówi tylko o tym, czego się nie da. Na początek to, co można zrobić.',
    heat: 'Czyta się jak zniecierpliwienie. Raz i spokojnie.',
    robotic: 'Brzmi jak pismo z szablonu: nikt tu nie mówi. Lepiej: kto co robi.',
    acronym: 'Skrót branży: klient musiałby go szukać. Lepiej nazwać samą rzecz.',
  },
};

export function say(lang: Lang, what: keyof Said): string {
  return SAID[lang][what];
}
