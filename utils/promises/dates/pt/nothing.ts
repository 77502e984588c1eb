/** Portuguese words that look like times and are none to keep: what is past, what recurs, what is counted or numbered. */
import { grammar, look, rule, type TimeOrNone } from '../read';
import { between, prepClock } from './clocks';
import { dated, day, prepDay } from './days';
import { dayNumber, month, monthName, n, part, shortWeekday, unit, weekday, weekdays, workUnit, year } from './words';

const NONE: TimeOrNone = { type: 'none' };
const PAPERS = '(fatura|faturas|factura|nota fiscal|nota|recibo|boleto|contrato|pedido|encomenda|compra|extrato|pagamento|email|e - mail|mensagem|carta|reuniao|chamada|ligacao|conversa|vencimento|validade|nascimento|mensalidade|parcela|prestacao)';
const DONE = '(emitida|emitido|datada|datado|feito|feita|realizada|realizado|vencida|vencido|paga|pago|assinado|assinada|enviada|enviado|recebida|recebido|efetuada|efetuado|registada|registado|registrada|registrado|aberto|aberta|vence|venceu|vencia|expira|valido|valida|validos|validas|referente|relativa|relativo|vencimento|validade|nascimento)';
const OPENS = '(abrimos|abre|fechamos|fecha|encerra|encerramos)';
const OPEN = '(horario|horario de funcionamento|horario de atendimento|atendimento|aberto|aberta|abertos|funcionamos|funciona|atendemos|estamos abertos|expediente|loja|linha|abrimos|abre|fechamos|fecha|encerra|encerramos|disponivel|disponiveis|disponibilidade)';
/** What names opening hours by itself: a day beside it recurs. "Na loja sábado" does not. */
const HOURS = '(horario|horario de funcionamento|horario de atendimento|atendimento|aberto|aberta|abertos|funcionamos|funciona|atendemos|estamos abertos|expediente|abrimos|abre|fechamos|fecha|encerra|encerramos)';
const RECUR = '(todas as|todos os|todo|toda|cada|qualquer|por|ao|a cada|uma vez por)';
const STREET = '(rua|avenida|av|praca|largo|travessa|bairro|escola|ponte|estrada)';

const inOpening = look('inOpening', (words, at) => {
  for (let back = at - 1; back >= 0 && back >= at - 8; back--) if (/^(?:horario|atendemos|aberto|aberta|abertos|funciona|funcionamos|expediente)$/u.test(words[back]?.text ?? '')) return true;
  return false;
});

/** What leaves or begins by itself: its hour and its day are not those of what we do ("no voo das 6h10 de amanhã"). */
const RUNS = '(voo|voos|comboio|comboios|trem|trens|onibus|autocarro|barco|ferry|balsa|camioneta|sessao|turma|aula|missa|jogo|consulta|cirurgia|audiencia)';

const AHEAD = /^(?:sera|serao|ser|seja|sejam|fica|ficam|ficara|ficarao|ficar|estara|estarao|vai|vao|ira|e|sao|a|o|para)$/u;
/** "Será feita na quarta" is ahead: what was done stands without "será" before it. */
const notAhead = look('notAhead', (words, end) => {
  let at = end;
  // "É-lhes paga no dia 25": past what hangs on the verb.
  while (/^(?:-|lhes?|te|vos|me|ja|so|entao|tambem)$/u.test(words[at - 1]?.text ?? '')) at--;
  return isDone(words, at);
});
const isDone = (words: readonly { readonly text: string }[], at: number): boolean => !AHEAD.test(words[at - 1]?.text ?? '') && !/^(?:sera|serao|ser|fica|ficara|estara)$/u.test(words[at - 2]?.text ?? '') && words[at - 1]?.text !== 'correio';

/** A verb follows, as far as its ending tells. */
const goesOn = look('goesOn', (words, at) => words[at]?.kind === 'word' && /^(?:cai|entra|chega|sai|volta|segue|fica|aparece|vai|sera|compensa|consta|vence|ja|so|demora|leva)/u.test(words[at]?.text ?? ''));

export const nothing = grammar<TimeOrNone>('nothing', [goesOn, inOpening, notAhead, between, dated, day, dayNumber, month, monthName, n, part, prepClock, prepDay, shortWeekday, unit, weekday, weekdays, workUnit, year], [
  rule('(ontem|anteontem|antes de ontem) [{part}|a noite] [,] [[as|a|ao|pelas|por volta das|cerca das|desde as] {prepClock}]', () => NONE),
  rule('(na|no|da|do|desde a|desde o) (ultima|ultimo|passada|passado) ({weekday}|{short}|semana|mes|dia|noite|ano|{monthName})', () => NONE),
  rule('(nos|nas|dos|das) (ultimos|ultimas) [{n}] ({unit}|{workUnit})', () => NONE),
  rule('[na|no|da|do|a|o] ({weekday}|{short}|semana|mes|ano|dia {n}) (passada|passado|ultima|ultimo|anterior)', () => NONE),
  // "Não na quinta, mas na sexta", "na sexta, em vez de quinta": the day that it will not be.
  rule('(nao|e nao|em vez|em lugar|ao inves) [de|da|do|na|no|e|em|para] {prepDay}', (v) => (v.words[1]?.text === ',' ? null : NONE)),
  rule('(desde|de) (hoje|ontem|{prepDay}|a {prepDay}|o {prepDay})', (v) => (v.words[0]?.text === 'desde' ? NONE : null)),
  rule('(ha|faz|fazem|passaram|ja la vao|havia|fez) [ja] [mais de|cerca de|quase|uns|umas] [{n}] ({unit}|{workUnit})', () => NONE),
  rule('{n} ({unit}|{workUnit}) (atras|antes|de atraso|depois disso|de garantia|de validade|de idade|gratis|gratuitos)', () => NONE),
  rule('(durante|por|ao fim de|com|validade de|garantia de|de ate) {n} ({unit}|{workUnit})', () => NONE),
  rule('durante [o|a] (dia|semana|noite|mes)', () => NONE),
  rule(`${RECUR} ({weekday}|{short}|{weekdays}|{unit}|dia|dias|manhas|tardes|noites|mes|meses|ano)`, () => NONE),
  rule('(a cada|cada|de) {n} em {n} ({unit}|{workUnit})', () => NONE),
  rule('(a cada|cada|todos os|todas as) {n} ({unit}|{workUnit})', () => NONE),
  rule('(as|aos|nas|nos) {weekdays}', () => NONE),
  rule('{weekdays} [(e|a|,) {weekdays}]', () => NONE),
  rule('[de] ({weekday}|{short}) (a|ate|as) ({weekday}|{short}) [,] [(das|de|entre)] [{between}]', () => NONE),
  rule('({weekday}|{short}) a ({weekday}|{short})', () => NONE),
  rule('{n} (horas|h) (por dia|ao dia|por semana|por mes)', () => NONE),
  rule('{n}~(h|horas) (por dia|ao dia)', () => NONE),
  rule('{n} dias (por semana|por mes|por ano)', () => NONE),
  rule(`${OPEN} [e|:|as|,|de|do|no|na] [todos os dias] [,] [(de|das|entre)] {between}`, () => NONE),
  rule(`${OPENS} [e|:|as|,|de|do|no|na] [todos os dias] [,] [(ate as|as)] {prepClock}`, () => NONE),
  rule('{inOpening} {between}', () => NONE),
  rule(`${HOURS} [:|,] [de|aos|aos dias] ({weekday}|{short}|{weekdays}) [(a|e|ate) ({weekday}|{short}|{weekdays})] [,] [(das|de)] [{between}]`, () => NONE),
  rule(`${PAPERS} (de|do|da) [dia|o dia] ({prepDay}|{day})`, () => NONE),
  rule('(vencimento|validade|vencendo|vence|vencer|data limite|data de vencimento) [em|para|no|a|ate|ate o|ate ao|para o|pra] [dia|o dia] ({prepDay}|{day})', () => NONE),
  // "O pagamento feito hoje cai amanhã": what was done today, and something else is ahead.
  rule('{notAhead} (feito|feita|feitos|feitas|efetuado|efetuada|realizado|realizada|recebido|recebida|pago|paga|aberto|aberta) (hoje|esta manha|hoje cedo|hoje de manha|agora) {goesOn}', () => NONE),
  rule(`{notAhead} ${DONE} (de|do|em|no|na|a|desde) [dia|o dia] ({prepDay}|{day})`, () => NONE),
  rule('({prepDay}|{day}) de cada (mes|semana|ano)', () => NONE),
  rule(`(valido|valida|validos|validas|vigente|validade|vale|vence|expira) (ate|ate o|ate ao) [dia|o dia] {prepDay}`, () => NONE),
  rule(`${RUNS} (das|da|do|de|as) {prepClock} [[,] (de|da|do|para) {prepDay}]`, () => NONE),
  rule(`${RUNS} (das|da|do|de|as) {prepClock} [,] ({dated}|{day})`, () => NONE),
  rule(`(voo|comboio|trem|onibus|autocarro|barco|sessao|turma|aula|missa|jogo) (de|da|do) {prepDay} [[,] (as|a|das) {prepClock}]`, () => NONE),
  rule(`${STREET} [~.] {d} de {monthName}`, () => NONE),
  rule(`${PAPERS} (de|do mes de|referente a|em|relativa a) {monthName} [de {year}]`, () => NONE),
  rule('{short} (via|vez|parcela|linha|tentativa|mensagem|fatura|prestacao|opcao|mao|chamada|reclamacao|visita)', () => NONE),
]);
