import type { Sample } from './types';

export const pl: readonly Sample[] = [
  {
    id: 'pl-reklamacja-trzeci-raz',
    lang: 'pl',
    customer: { name: 'Maria Kowalska', address: 'maria.kowalska@customer.test' },
    subject: 'Reklamacja pralki, piszę trzeci raz',
    messages: [
      { from: 'customer', hoursAgo: 310, text: 'Dzień dobry,\n\nzgłaszam reklamację pralki kupionej 2 października. Cieknie przy każdym praniu. Proszę o informację, co dalej.\n\nMaria Kowalska' },
      { from: 'agent', hoursAgo: 290, text: 'Szanowna Pani,\n\nuprzejmie informujemy, że zgłoszenie zostało przyjęte i zostanie rozpatrzone w najbliższym możliwym terminie.\n\nDział obsługi klienta' },
      {
        from: 'customer',
        hoursAgo: 5,
        text: 'Dzień dobry,\n\npiszę już trzeci raz w tej samej sprawie i nadal nikt mi nie odpowiedział na żadne pytanie. Pralka cieknie, mam dwoje małych dzieci i od dwóch tygodni jeżdżę z praniem do mamy. Mam tego naprawdę dość.\n\nKiedy przyjedzie serwisant? Czy dostanę zwrot pieniędzy, jeśli nie da się jej naprawić? Proszę o telefon, najlepiej jutro po 15.\n\nMaria Kowalska',
      },
    ],
  },
  {
    id: 'pl-paczka-na-piatek',
    lang: 'pl',
    customer: { name: 'Tomasz Wilczyński', address: 'tomasz.wilczynski@customer.test' },
    subject: 'Paczka 20884, potrzebna do piątku',
    messages: [
      {
        from: 'customer',
        hoursAgo: 3,
        text: 'Witam,\n\nzamówienie 20884 od wczoraj ma status „wstrzymane” i nie wiem, o co chodzi. W środku są części do urządzenia, które w piątek rano muszę oddać klientowi, inaczej płacę karę umowną. Bardzo się denerwuję, czy to zdąży dojść.\n\nCo się stało z paczką? Czy da się ją odebrać osobiście w magazynie?\n\nPozdrawiam\nTomasz Wilczyński',
      },
    ],
  },
  {
    id: 'pl-dwa-razy-pobrane',
    lang: 'pl',
    customer: { name: 'Agnieszka Zając', address: 'agnieszka.zajac@customer.test' },
    subject: 'Podwójnie pobrana opłata',
    messages: [
      {
        from: 'customer',
        hoursAgo: 28,
        text: 'Dzień dobry,\n\nw tym miesiącu pobrali Państwo z mojego konta abonament dwa razy, po 129 zł. To jest skandal. Na infolinii usłyszałam, że „system tak ma” i że mam czekać.\n\nŻądam zwrotu nadpłaty i wyjaśnienia, dlaczego do tego doszło. Kiedy pieniądze wrócą na konto?\n\nAgnieszka Zając',
      },
    ],
  },
  {
    id: 'pl-podziekowanie',
    lang: 'pl',
    customer: { name: 'Krzysztof Lewicki', address: 'krzysztof.lewicki@customer.test' },
    subject: 'Dziękuję za pomoc',
    messages: [
      {
        from: 'customer',
        hoursAgo: 21,
        text: 'Dzień dobry,\n\nchciałem podziękować Pani z wczorajszej rozmowy. Wszystko wytłumaczyła spokojnie i po ludzku, a program działa. Dawno nikt mi tak nie pomógł.\n\nMam jeszcze jedno pytanie: czy mogę dostać fakturę na firmę zamiast paragonu?\n\nZ pozdrowieniami\nKrzysztof Lewicki',
      },
    ],
  },
];
