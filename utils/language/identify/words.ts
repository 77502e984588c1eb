/** The commonest words of letters to and from customers, folded; what only one of two countries writes. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

export const COMMON = {
  en: list(`the and to of is in it you that for was on are with as i my we have be this not but they at by from or your our so if
    had has been were can could would will would've just when what there all me an about which their out up do does did how no
    please thank thanks hi hello dear order account still any need get got them than then because after before again since now i'm
    i've i'd i'll you're we've we'll don't can't didn't doesn't isn't it's that's won't haven't hasn't who where why want know help email
    refund delivery received sent day days week weeks regards best sorry let us see new one two more also very really here she he his her
    should may into over time back only other some these those am being never even call customer service item product paid pay money
    working work arrived issue team us yes sure today tomorrow yesterday update waiting wait look like`),
  pt: list(`de que o a e do da em um para com nao uma os no se na por mais as dos como mas ao ele das tem seu sua ou quando muito nos
    ja eu tambem so pelo pela ate isso ela entre depois sem mesmo aos seus quem nas me esse eles voce essa num nem suas meu minha
    numa pelos qual lhe deles essas esses pelas este dele tu te voces vos lhes meus minhas teu tua nosso nossa esta estes estas aquele
    isto aquilo estou esta estamos estao estava foi fui sao ser ter tenho temos tinha ha havia vou vai vamos vao pode posso podem
    bom boa dia tarde noite ola oi obrigado obrigada favor gostaria queria quero preciso agradeco cumprimentos pedido encomenda
    compra conta fatura entrega reembolso dias semana hoje amanha ontem ainda agora aqui porque sobre cliente atendimento
    produto valor email telefone senhor senhora caro cara prezado prezada resposta problema contato contacto vcs vc pra pro
    sim fazer feito fiz recebi enviei enviar receber resolver resolvido aguardo desde sempre nunca nada tudo cada onde qualquer`),
  pl: list(`w i na z do nie sie ze o jest to jak za po co od ale czy przez dla juz jestem mam moje moja moj mnie mi ja pan pani panstwo
    pana panu panstwa prosze dziekuje dziekujemy dzien dobry witam pozdrawiam bardzo tylko jeszcze tak byl byla bylo byly bedzie
    moge mozna moze mozemy chce chcialbym chcialabym kiedy gdzie dlaczego ile ktory ktora ktore tego tej tym ten ta te tych temu
    zamowienie zamowienia przesylka przesylki paczka paczki zwrot zwrotu faktura fakture konto konta pieniadze dni dzis jutro wczoraj
    tydzien nadal nikt nic wiem sa sie bo lub oraz aby zeby jesli gdy poniewaz przed pod nad bez przy ich jego jej nas nam wam
    panstwem mialem mialam zostala zostal zostalo mozecie macie czekam czekamy sprawie sprawa numer odpowiedz odpowiedzi kontakt
    mial miala byc ma maja masz tez wiec albo ani az by bym sobie swoje swoj nasz nasza nasze ponad kazdy wszystko teraz znowu
    niestety serdecznie szanowni szanowna szanowny pozdrowienia powazaniem w sprawie reklamacja reklamacje kurier wysylka`),
} as const;

/** Words that two of the languages write: they say little. */
export const SHARED = list('a o e i as do no me to on by or at he in is so de em um se na nos das por como mas ser ter era the pan mi ja ta te ten sa ma da ten one no email problem produkt system online kontakt ok w z link pdf sms telefon');

/** Word → how much it speaks for Brazil (above 0) or Portugal (below 0). Folded, except where the accent is what differs. */
export const COUNTRY: Readonly<Record<string, number>> = {};
const country: Record<string, number> = COUNTRY as Record<string, number>;
const speak = (words: string, weight: number): void => { for (const word of words.split(/\s+/)) if (word !== '') country[word] = weight; };
// Brazil
speak('celular celulares cpf cnpj pix boleto boletos estorno estornado estornaram estornar estornei equipe equipes usuario usuarios tela telas onibus cadastro cadastrar cadastrei cadastrado acessar acesso acessei deletar deletei frete sedex procon senha senhas baixar baixei planejar registro registros caminhao banheiro trem geladeira fone aplicativo aplicativos app moca moco gente ne ta to ce vc vcs pra pro pras pros cade kkk kkkk rsrs blz vlw obg nubank correios reais r$ cep salario roteador conexao contato contatos contatar contatei entrar retorno retornar retornem retornaram retornou atendente atendentes sac ouvidoria gerundio voces voce reclame loja parcela parcelas parcelado cartao extrato anatel vivo claro tim gerar gerou emitir chat comprei descontado tô tá conosco cadê notebook mouse marcou transito esporte concreto', 1.2);
speak('você vocês', 1.6);
speak('contato conosco equipe usuario usuario tela celular cpf boleto estorno cadastro senha acessar pix r$ vcs vc cnpj onibus procon aplicativo correios geladeira reais', 2);
speak('senha acesso cartao loja chat entrar comprei to emitir gerar retorno marcou app parcela extrato claro vivo', 0.4);
speak('fato fatos eletronico econômico', 0.6);
speak('estoque cafeteira esquina cadastral vencimento faturou celular aluguel', 1);
speak('armazem stock stocks', -0.6);
speak('oi oie oii prezado prezada prezados fiscal faz-tempo palhacada entrega-se rastreamento gentileza aguardo-retorno chateada chateado bacana legal descaso sacanagem', 1.2);
speak('atenciosamente abracos agendar agendamento agendado aparelho telefone moro absurdo pedido solicitacao verificado bjs time demora conserto consertar quebrou quebrado chamado protocolo', 0.5);
speak('recepção recepcao coleta coletar coletado coletamos pronto-socorro plantao carteirinha chuveiro prédio predio vaga vagas creche hóspedes diária diárias cardápio faxina zelador síndico sindico portaria serasa spc rg crm cep bairro moto motoboy entregador academia ingresso ingressos aula aulas mensalidade ouvidoria consertamos conserto quebrou estacionamento ônibus metrô vereador prefeitura banheiro freio freios oficial time torcida passagem passagens pedágio bilhete-único gerente funcionário terno cartório prontinho certinho direitinho rapidinho tranquila tranquilo beleza valeu obrigadão oba poxa puxa nossa guri curtinho bagunça descaso perrengue jeito dica dicas curso cursos site sites mandou mandei manda mandar tira cancela arruma resolve libera', 0.45);
speak('carteirinha recepção coleta pronto-socorro chuveiro motoboy pedágio síndico ingressos cardápio serasa spc rg prefeitura ônibus metrô passagens ouvidoria guri poxa valeu', 0.9);
speak('vocês voces', 0.8);
// Portugal
speak('telemovel telemoveis ecra ecras autocarro equipa equipas contacto contactos contactar contactei contactado contactaram contactem utilizador utilizadores palavra-passe aceder estafeta morada nif utente utentes vossa vosso vossas vossos vos connosco convosco portes ctt multibanco mbway registo registos registar registei facto factos subscricao subscrever avaria avariado avariada avariou comboio frigorifico casa-de-banho telefonei telefonar descarregar ficheiro ficheiros rato definicoes gestor fibra anulacao anular anulada anulado agradecia agradeciamos gostava imenso sff apelido cêntimos factura facturas facturacao reembolsem exmos exmo exma exmas portagem talao prestacao prestacoes fidelizacao telecomando deco anacom provedor meo vodafone worten fnac continente', -1.6);
speak('vossa vosso vossas vossos contacto telemovel ecra equipa utilizador morada aceder connosco convosco nif ctt multibanco registo ficheiro avaria autocarro agradecia', -2);
speak('loja fibra gestor imenso apelido rato subscrever vos', -0.7);
speak('percebo percebi perceber percebem passe oportunamente atentamente lha lho lhas lhos pecas-me diga-me maravilhas casa-de-banho seguidamente anomalia reposto reparacao estragado avariou chatice espetacular', -0.9);
speak('cumprimentos euros euro € consigo cá imediato pequeno-almoço disponibilidade sensivelmente marcação estimado estimada', -0.6);
speak('encomenda queria gostava dispor caro cara', -0.4);
speak('receção rececao casa-de-banho carrinha carrinhas balcão balcões balcoes ordenado ordenados propinas miúda miúdo miuda miudo miúdos camisola camisolas sapatilhas travões travoes trela ginásio ginasio lavandaria sítio sítios livrete autoclismo talho peúgas esferográfica portagens portagem levantar levantamento levantamentos pequeno-almoço almoço caldeira esquentador canalizador eletricista camião camioes boleia bilheteira bilhetes comboios carregue carregar carreguei carrega telefona telefonem telefonou ligam avariada chatice aflita aflito coitado coitada ahah pf obg bem-haja haja trapalhada trapalhadas aldrabões aldrabice gajo malta giro fixe descanse reencaminhei reencaminhar reencaminhado anexo sinistro franquia coima coimas prazo-limite condomínio condómino lote andar rés-do-chão câmara junta freguesia finanças autarquia inspeção inscrição matrícula explicador creche educadora turma propina centro-de-saúde consulta marquei desmarcar desmarcou marcámos', -0.45);
speak('carrinha balcões ordenado propinas miúda miúdo camisola sapatilhas travões lavandaria receção livrete pequeno-almoço esquentador carreguei carregue coima rés-do-chão freguesia ahah pf aflita autoclismo comboios', -0.9);
speak('creche almoço consulta matrícula andar lote turma', 0.45);
