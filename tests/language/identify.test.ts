/** The language of a text, from about eight words on. Written for this test; no word list was made from it. */
import { describe, expect, it } from 'vitest';
import { identify } from '../../utils/language';
import type { Lang } from '../../utils/language';

const TEXTS: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    'My parcel still has not arrived and nobody replies', 'Could you tell me when the engineer is coming', 'I was charged twice for the same order yesterday', 'Thanks for sorting this out so quickly, much appreciated',
    'the app keeps crashing whenever i open my account', 'We have refunded the second payment to your card', 'Your replacement leaves our warehouse tomorrow before noon', 'Please send me the invoice for October by email',
    'I have been waiting on hold for forty minutes', 'Nothing works since the update, please fix it', 'Sorry about the delay, it should be with you Friday', 'Is there any way to cancel before renewal?',
  ],
  pl: [
    'Moja paczka nadal nie dotarła i nikt nie odpisuje', 'prosze o pilny kontakt w sprawie reklamacji pralki', 'Czy mogą Państwo podać termin wizyty technika?', 'pobraliście mi dwa razy oplate za ten sam miesiac',
    'Dziękuję za szybką pomoc, wszystko już działa jak należy', 'aplikacja sie zawiesza za kazdym razem gdy ja otwieram', 'Zwróciliśmy Pani drugą wpłatę na rachunek bankowy', 'Nowy ekspres wyjedzie z magazynu jutro przed południem',
    'Czekam na infolinii od czterdziestu minut i nic', 'Po aktualizacji nic nie dziala, naprawcie to wreszcie', 'kiedy dostane zwrot pieniedzy za anulowane zamowienie', 'Chciałabym zrezygnować z umowy przed jej odnowieniem',
  ],
  'pt-BR': [
    'Meu pedido ainda não chegou e ninguém me responde', 'Vocês podem me dizer quando o técnico vai vir?', 'Me cobraram duas vezes na fatura do cartão este mês', 'Obrigada por resolver tão rápido, vocês são ótimos',
    'o aplicativo trava toda vez que abro minha conta', 'Já fizemos o estorno da segunda cobrança no seu cartão', 'Sua nova cafeteira sai do nosso estoque amanhã cedo', 'Por favor me envie a nota fiscal de outubro',
    'Estou esperando na linha faz quarenta minutos já', 'Nada funciona depois da atualização, a gente precisa de ajuda', 'Entraremos em contato até o final do dia', 'Tem como cancelar antes de renovar minha assinatura?',
  ],
  'pt-PT': [
    'A minha encomenda ainda não chegou e ninguém me responde', 'Podem dizer-me quando é que o técnico vem cá?', 'Cobraram-me duas vezes a fatura do mês passado', 'Obrigada por terem resolvido tão depressa, agora está tudo a funcionar',
    'a aplicação bloqueia sempre que entro na minha conta do telemóvel', 'Devolvemos-lhe ontem o segundo pagamento, segue o comprovativo em anexo', 'A sua nova máquina sai do nosso armazém amanhã de manhã', 'Agradecia que me enviassem a fatura de outubro',
    'Estou à espera ao telefone há quarenta minutos, estou a desesperar', 'Desde a atualização que nada funciona, gostava de ter ajuda da vossa parte', 'Contactamos consigo até ao final do dia', 'É possível anular antes de renovar a subscrição?',
  ],
};

describe('the language', () => {
  for (const [lang, texts] of Object.entries(TEXTS)) {
    it.each(texts)(`${lang}: %s`, (text) => {
      expect(identify(text, { portuguese: lang === 'pt-PT' ? 'pt-BR' : 'pt-PT' }).lang).toBe(lang);
    });
  }
  it('is that of the writer and not of the quote', () => {
    expect(identify('Już sprawdzam, oddzwonię jutro.\n\nOn 3 May 2026, Ann Reed wrote:\nWhere is my parcel? I have been waiting for two weeks and nobody answers.').lang).toBe('pl');
  });
  it('of Portuguese without a mark of either country is the default handed in', () => {
    expect(identify('Boa tarde, quando chega?', { portuguese: 'pt-PT' })).toMatchObject({ lang: 'pt-PT', countryKnown: false });
    for (const unmarked of ['Fui cobrado duas vezes na fatura do meu cartão', 'Já devolvemos o segundo pagamento para o seu cartão']) {
      expect(identify(unmarked, { portuguese: 'pt-PT' }).lang).toBe('pt-PT');
      expect(identify(unmarked, { portuguese: 'pt-BR' }).lang).toBe('pt-BR');
    }
    expect(identify('Boa tarde, quando chega?')).toMatchObject({ lang: 'pt-BR', countryKnown: false });
  });
  it('of nothing is what the asker says', () => {
    expect(identify('12345 !!!', { otherwise: 'pl' })).toEqual({ lang: 'pl', confidence: 0, country: 0, countryKnown: false });
  });
});
