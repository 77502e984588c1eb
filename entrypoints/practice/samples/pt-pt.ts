import type { Sample } from './types';

export const ptPT: readonly Sample[] = [
  {
    id: 'ptpt-avaria-internet',
    lang: 'pt-PT',
    customer: { name: 'Teresa Vasconcelos', address: 'teresa.vasconcelos@customer.test' },
    subject: 'Sem internet há seis dias',
    messages: [
      { from: 'customer', hoursAgo: 150, text: 'Boa tarde,\n\nestou sem internet desde ontem à noite. Já reiniciei o equipamento e continua tudo na mesma. Podem ver o que se passa?\n\nCom os melhores cumprimentos,\nTeresa Vasconcelos' },
      { from: 'agent', hoursAgo: 146, text: 'Boa tarde,\n\nInformamos que a sua participação foi registada e que será contactada com a maior brevidade possível.\n\nApoio ao cliente' },
      {
        from: 'customer',
        hoursAgo: 6,
        text: 'Boa tarde,\n\nfaz hoje seis dias que estou sem internet e ninguém me diz nada. Já telefonei três vezes e de cada vez tenho de contar a história desde o princípio. Trabalho a partir de casa e tenho uma entrega na sexta-feira que não posso falhar.\n\nQuando é que vem cá um técnico? E vou pagar a mensalidade por inteiro estando sem serviço?\n\nFico a aguardar uma resposta concreta.\n\nTeresa Vasconcelos',
      },
    ],
  },
  {
    id: 'ptpt-encomenda-errada',
    lang: 'pt-PT',
    customer: { name: 'Duarte Nogueira', address: 'duarte.nogueira@customer.test' },
    subject: 'Encomenda 30557: artigo trocado',
    messages: [
      {
        from: 'customer',
        hoursAgo: 27,
        text: 'Bom dia,\n\nrecebi a encomenda 30557, mas em vez da secretária em carvalho veio uma branca. Fiquei bastante desiludido, porque escolhi a vossa loja por me terem dito que não havia enganos.\n\nPodem vir recolher esta e entregar a certa? Qual é o prazo? Não pretendo pagar portes pela troca.\n\nCumprimentos,\nDuarte Nogueira',
      },
    ],
  },
  {
    id: 'ptpt-fatura-duvida',
    lang: 'pt-PT',
    customer: { name: 'Amélia Quintas', address: 'amelia.quintas@customer.test' },
    subject: 'Dúvida sobre a fatura de outubro',
    messages: [
      {
        from: 'customer',
        hoursAgo: 18,
        text: 'Exmos. Senhores,\n\na fatura de outubro traz uma linha «acerto de consumos» de 41,20 € que não percebo de onde vem. Nos meses anteriores nunca apareceu.\n\nPodiam explicar-me o que é, por favor? E o débito direto já está marcado para dia 28: dá para o suspender até isto ficar esclarecido?\n\nMuito obrigada,\nAmélia Quintas',
      },
    ],
  },
  {
    id: 'ptpt-agradecimento',
    lang: 'pt-PT',
    customer: { name: 'Henrique Salvado', address: 'henrique.salvado@customer.test' },
    subject: 'Obrigado pela ajuda',
    messages: [
      {
        from: 'customer',
        hoursAgo: 25,
        text: 'Boa noite,\n\nqueria agradecer ao colega que tratou da minha reserva. Foi impecável e ligou mesmo à hora que disse, o que hoje em dia é raro.\n\nSó me falta o comprovativo para a empresa. Conseguem enviar-mo?\n\nUm abraço,\nHenrique Salvado',
      },
    ],
  },
];
