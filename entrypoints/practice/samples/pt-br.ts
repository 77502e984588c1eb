import type { Sample } from './types';

export const ptBR: readonly Sample[] = [
  {
    id: 'ptbr-entrega-atrasada',
    lang: 'pt-BR',
    customer: { name: 'Juliana Ferreira', address: 'juliana.ferreira@customer.test' },
    subject: 'Pedido 77190 não chegou e o aniversário é sábado',
    messages: [
      { from: 'customer', hoursAgo: 76, text: 'Oi, bom dia!\n\nMeu pedido 77190 era para chegar na segunda e até agora nada. Vocês conseguem ver o que houve?\n\nJuliana' },
      { from: 'agent', hoursAgo: 70, text: 'Olá, Juliana!\n\nSua solicitação foi recebida e encaminhada ao setor responsável. Em breve entraremos em contato.\n\nAtendimento' },
      {
        from: 'customer',
        hoursAgo: 4,
        text: 'Oi,\n\nvocês disseram que iam entrar em contato e ninguém me respondeu. Já é a segunda vez que escrevo. A festa da minha filha é sábado e eu estou muito chateada, porque comprei com três semanas de antecedência justamente para não passar por isso.\n\nCadê o meu pedido? Vai chegar até sexta? Se não for chegar, eu quero o dinheiro de volta para comprar em outro lugar.\n\nJuliana Ferreira',
      },
    ],
  },
  {
    id: 'ptbr-cobranca-dobrada',
    lang: 'pt-BR',
    customer: { name: 'Marcos Vinícius Lima', address: 'marcos.lima@customer.test' },
    subject: 'Cobraram duas vezes',
    messages: [
      {
        from: 'customer',
        hoursAgo: 29,
        text: 'Boa tarde.\n\nA mensalidade de novembro veio cobrada duas vezes no meu cartão, R$ 189,90 cada uma. Isso é um absurdo, eu confio em vocês há quatro anos e vocês fazem isso comigo. Por causa disso entrei no cheque especial.\n\nQuero saber por que aconteceu e quando vocês vão estornar. Se não resolver, vou ao Procon.\n\nMarcos Lima',
      },
    ],
  },
  {
    id: 'ptbr-senha',
    lang: 'pt-BR',
    customer: { name: 'Célia Rocha', address: 'celia.rocha@customer.test' },
    subject: 'Não consigo entrar no aplicativo',
    messages: [
      {
        from: 'customer',
        hoursAgo: 7,
        text: 'Bom dia,\n\ntroquei de celular e agora o aplicativo pede um código que eu não sei de onde vem. Meu neto tentou ajudar e também não entendeu. Tenho consulta marcada na quinta e a carteirinha está dentro do aplicativo, estou preocupada.\n\nComo eu faço para receber esse código? Tem como vocês me ligarem? Meu horário melhor é depois das 14h.\n\nObrigada,\nCélia',
      },
    ],
  },
  {
    id: 'ptbr-elogio',
    lang: 'pt-BR',
    customer: { name: 'Rafael Tavares', address: 'rafael.tavares@customer.test' },
    subject: 'Parabéns pelo atendimento',
    messages: [
      {
        from: 'customer',
        hoursAgo: 22,
        text: 'Olá, pessoal!\n\nPassando só para agradecer. A moça que me atendeu ontem teve a maior paciência e resolveu tudo em dez minutos. Adorei!\n\nAproveitando: dá para mudar o vencimento da fatura para o dia 10?\n\nAbraço,\nRafael',
      },
    ],
  },
];
