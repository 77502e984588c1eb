/**
 * First names, so that a greeting of somebody is told from "Hello World". Not who exists: who is surely a person. A name that is
 * missing here costs a mark, never makes a wrong one. Polish ones, with their vocatives, come with the language.
 */
import { fold } from '../../language';

const ENGLISH = `aaron abigail ada adam adele adrian agnes aidan aisha alan albert alec alex alexa alexander alexandra alexis alfred alice alicia alison allan allison alyssa amanda amber
amelia amy ana andre andrea andrew andy angel angela angie angus anita ann anna anne annette annie anthony antonio april archie ariana arthur ashley ashton audrey austin ava barbara barry beatrice becky
ben benjamin bernard bethany betty beverly bill billy blake bob bobby bonnie brad bradley brandon brenda brendan brett brian bridget brittany bruce bryan caitlin callum calvin cameron carl carla carlos carmen carol caroline
catherine cathy cecilia charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher cindy claire clara clark claudia colin connor corey craig crystal curtis cynthia daisy dale damian dan daniel
daniella danielle danny darren dave david dawn dean deborah debra denise dennis derek diana diane dominic donald donna dora doreen doris dorothy douglas duncan dylan eddie edgar edith edward edwin eileen elaine eleanor elena eli elijah elizabeth
ella ellen ellie elliot elliott emily emma eric erica erin ernest esther ethan eugene eva evan evelyn evie faith felicity felix fiona florence frances francis frank frankie fred freddie frederick freya gabriel gareth gary gavin gemma geoff geoffrey george
georgia georgina gerald gerard gillian gina gladys glen glenn gloria gordon grace graham greg gregory gwen hannah harold harriet harrison harry harvey hazel heather heidi helen henry holly howard hugh hugo ian imogen ingrid irene iris isaac isabel isabella
isla ivan ivy jack jackie jackson jacob jacqueline jade jake james jamie jan jane janet janice jared jasmine jason jay jean jeff jeffrey jenna jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joanne jodie joe joel john johnny jon jonathan
jordan jose joseph josephine josh joshua joy joyce juan judith judy julia julian julie june justin karen karl kate katherine kathleen kathryn kathy katie kay kayla keith kelly ken kenneth kerry kevin kieran kim kimberly kirsty kyle larry laura lauren laurence leah
lee leo leon leonard leslie lewis liam lily linda lindsay lisa liz logan lois lola lorraine louis louise lucas lucy luis luke lydia lynn mabel madeleine madison maggie malcolm marc marcus margaret maria marian marie marilyn mario marion marjorie mark martha
martin mary mason matilda matt matthew maureen maurice max maxwell megan melanie melissa meredith mia michael michaela michelle miguel mike mildred miles millie mitchell mohammed molly monica morgan muhammad nadia nancy naomi natalie natasha nathan nathaniel neil niamh nicholas nick nicola
nicole nigel nina noah noel nora norma norman oliver olivia oscar owen pamela patricia patrick paul paula pauline peggy penelope peter philip phillip phoebe phyllis poppy rachel ralph ray raymond rebecca reece reginald rhys richard rita rob robert roberta robin rodney roger roland
ron ronald rory rosa rose rosemary rosie ross roy ruby russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sebastian sergio shane shannon sharon shaun sheila shelley shirley sidney simon sofia sonia sophia sophie spencer stacey stan stanley stella stephanie stephen steve
steven stewart stuart sue summer susan suzanne sylvia tamara tanya tara taylor ted teresa terry theo theodore theresa thomas tiffany tim timothy tina toby todd tom tony tracy travis trevor tyler valerie vanessa vera veronica vicky victor victoria vincent violet virginia vivian walter wanda
warren wayne wendy wesley wilfred will william winifred yasmin yvonne zachary zoe ahmed ali amir fatima hassan ibrahim omar yusuf priya priyanka jess dana bev walt hank rosalind randall ivor darnell latisha siobhan aoife cian ciara ffion olwen marguerite alasdair delia kayla hemi nigella shabnam shazia rosamund ravi sanjay anil deepak wei ming hans jurgen pierre francois giulia marco luca lars sven olga`;

const PORTUGUESE = `abel abigail adalberto adelaide adelia adelino ademir adolfo adriana adriano afonso agostinho agueda aida alba alberta alberto albino alcides alda alessandra alexandra alexandre alfredo alice alicia aline almerinda altair alvaro amadeu amalia amanda amaro amelia amilcar ana anabela
anderson andre andrea andreia andressa angela angelica angelina angelo anita antonia antonio apolonia armando armindo arminda arnaldo artur augusta augusto aurea aurelio aurora barbara beatriz belmiro benedita benedito benjamim bento bernardina bernardo bianca breno bruna bruno caetano caio camila camilo carina
carla carlos carlota carmen carolina caroline cassia cassio catarina catia cecilia celeste celia celina celso cesar cesaria cintia clara clarice claudia claudio cleber cleide clementina conceicao cristian cristiana cristiano cristina custodia custodio dalila damiao daniel daniela danielle danilo dario davi david
debora deise denis denise deolinda diana diego dinis diogo dirce domingas domingos dora dulce duarte edgar edite edmundo edna edson eduarda eduardo egas elaine elba elena eliana eliane elias elisa elisabete elisangela eliseu elizabete eloisa elsa elvira elza emanuel emilia emilio enzo erica ermelinda ernesto
estela ester estevao eugenia eugenio eulalia eunice eva evandro everton fabiana fabiano fabio fabricio fatima felipe felix fernanda fernando filipa filipe filomena flavia flavio flora francisca francisco frederica frederico gabriel gabriela geraldo germana germano gerson gil gilberto gilda gilson giovana giovanna
giovanni gisela gisele glaucia gloria goncalo graca graciela graziela gregorio guilherme guilhermina guiomar gustavo heitor helder helena helio heloisa henrique herminia hermano hilario horacio hortensia hugo humberto iara ines inacio ingrid irene iris isabel isabela isadora isaura ismael israel itamar iva ivan ivete
ivo ivone izabel jacinta jacinto jaime jair jandira janete janaina jaqueline joana joao joaquim joaquina joel jonas jonatas jordana jorge jose josefa josefina josiane josue julia juliana juliano julieta julio juraci jussara karen karina karla katia kelly lais lara larissa laura laurinda laurindo leandra leandro leila
leocadia leonardo leonel leonor leopoldo leticia lia lidia ligia lilian liliana lino livia lorena lourdes lourenco luana lucas lucia luciana luciano lucilia lucinda luis luisa luiz luiza luzia madalena mafalda magda maiara manoel manuel manuela mara marcela marcelo marcia marcio marco marcos margarida maria mariana
marilda marilena marilia marina mario marisa maristela marlene marli marta martim martinho mateus matheus matias matilde mauricio mauro maximiano mayara melissa mercedes micaela miguel miriam moacir moises monica murilo nadia nadir nair natalia natasha nathalia neide nelson neusa nicolas nilton nina noemia norberto nuno octavio odete
odair olavo olga olinda olivia orlanda orlando oscar osmar osvaldo otavio otilia palmira paloma pascoal patricia patricio paula paulina paulo pedro piedade priscila quiteria quiterio rafael rafaela raimunda raimundo ramiro ramon raphael raquel raul rebeca regiane regina reginaldo reinaldo renan renata renato ricardo rita roberta
roberto robson rodolfo rodrigo rogeria rogerio roger romeu romulo ronaldo roque rosa rosana rosangela rosaria rosario roseli rosemary rubem ruben rubens rui rute ruth sabrina salete salome salvador samanta samara samuel sandra sandro santiago sara sebastiana sebastiao serafim sergio severino silas silvana silverio silvia silvino silvio simao
simone sofia solange sonia soraia suelen susana suzana tadeu tamires tania tatiana tatiane teodoro telma telmo teresa tereza terezinha thais thales thiago tiago tito tomas tomaz tome ulisses umberto valdemar valdir valentim valentina valeria valerio valter vanda vander vanessa vania vasco vera veronica vicente victor victoria vilma
vinicius violeta virgilio virginia vitor vitoria vivian viviane wagner waldir walter wanderley washington wellington wesley william wilson xavier yara yasmin yolanda yuri zacarias zelia zilda zulmira dirceu jessica jussara laerte tulio edmilson aparecida igor ednalva adilson duda rosilda tales natercia francelina cristovao etelvina idalina albertina sofia nilda julieta lurdes rosalina candida evaristo`;

/** People who call themselves, or are called, by one of a row are one person: the long name first. Polish, Portuguese and English. */
const SHORT = `robert bob bobby rob robbie bert|william bill billy will willy liam|richard dick rick ricky rich|elizabeth liz lizzie beth betty eliza lisa libby|margaret maggie meg peggy greta|katherine catherine kathryn kate katie kathy cathy kitty kat
john jack johnny jon|james jim jimmy jamie|edward ed eddie ted teddy ned|henry harry hal hank|charles charlie chuck|thomas tom tommy|anthony tony|michael mike mick mickey|joseph joe joey|susan sue susie suzie susannah suzanne|patricia pat patty tricia trish|patrick pat paddy
alexander alex sandy alec sasha xander|alexandra alex sandra sasha|andrew andy drew|stephen steven steve stevie|christopher chris kit topher|christine christina chris chrissy tina|jennifer jen jenny|rebecca becky becca|victoria vicky tori|deborah debra deb debbie|barbara barb babs basia|dorothy dot dolly
sarah sally sadie|mary molly polly mamie|helen nell nellie|eleanor ellie nell nora|ann anne anna annie nancy nan|jane janet jenny|frances fran francis frankie|francis frank frankie|lawrence laurence larry|gerald gerry jerry|timothy tim|daniel dan danny|david dave davy|matthew matt|nicholas nick nicky|samuel sam sammy|samantha sam
benjamin ben benny|frederick fred freddie|albert al bert|theodore theo ted|theresa teresa terry tess|antonia toni|geoffrey jeffrey geoff jeff|raymond ray|ronald ron ronnie|donald don donnie|kenneth ken|leonard leo len lenny|reginald reg reggie|zachary zach zack|joshua josh|jonathan jon jonny|gregory greg|philip phil pip|peter pete
jose ze zeca zezinho pepe|francisco chico xico paco kiko quico chiquinho|antonio toni to tonho toninho tonico|manuel manoel manel maneco mane|joao joca janjao jota|joaquim quim|luis luiz lula lulu|fernando nando|roberto beto|alberto beto|humberto beto|carlos carlinhos caca|eduardo edu dudu|ricardo cadu rick|guilherme gui|rodrigo digo
sebastiao tiao bastiao|raimundo mundico|maria mia ria|maria_jose ze|teresa teca tete|isabel isabela bela belinha isa zabel|conceicao sao ceicao|lurdes lourdes milu|gabriela gabi bia|beatriz bia bea|fernanda nanda|luisa luiza lu lulu|leonor nonó nono|filomena mena|helena lena leninha|madalena lena mada|margarida guida|elisabete elizabete bete|rosangela rosa|alexandre xande alex ale
katarzyna kasia kaska kasienka kaja|barbara basia|joanna asia joasia|malgorzata gosia malgosia goska|zofia zosia|anna ania anka andzia anula|elzbieta ela elka bietka|ewa ewcia ewka|hanna hania hanka|magdalena magda madzia|agnieszka aga agusia|aleksandra ola olka|natalia natalka|julia julka|maria marysia maryska mania|krystyna krysia kryska|jolanta jola
gabriela gabrysia gaba|iwona iwonka|antonina tosia|zuzanna zuzia zuza|izabela iza|dorota dorotka|monika monia|karolina karola|weronika wera|wiktoria wika|patrycja pati|teresa tereska renia|irena irenka|urszula ula|danuta danka|jadwiga jadzia|justyna justynka|beata beatka|sylwia sylwka|stanislawa stasia|stefania stefa|helena hela
tomasz tomek|bartlomiej bartosz bartek|wojciech wojtek|krzysztof krzysiek krzys|maciej maciek|jerzy jurek|marcin marcinek|stanislaw staszek stasiek stas|jan jasiek janek jas|antoni antek|franciszek franek|kazimierz kazik kaziu|roman romek|aleksander olek alek|jakub kuba|grzegorz grzesiek grzes|piotr piotrek|pawel pawelek|michal michalek misiek
andrzej andrzejek jedrek|zbigniew zbyszek|mateusz mati|tadeusz tadek|ryszard rysiek|waldemar waldek|slawomir slawek|przemyslaw przemek|radoslaw radek|jaroslaw jarek|miroslaw mirek|leszek lech|henryk heniek|ireneusz irek|dariusz darek|mariusz mario|jozef jozek|edward edek|zdzislaw zdzisiek|wladyslaw wladek|czeslaw czesiek|mikolaj miki|szymon szymek|lukasz lukaszek`;

let firstNames: ReadonlySet<string> | null = null;
/** Is this (folded) a first name that English or Portuguese knows? */
export function isFirstName(key: string): boolean {
  firstNames ??= new Set([...`${ENGLISH} ${PORTUGUESE}`.split(/\s+/u), ...SHORT.split(/[\s|]+/u)].map(fold));
  return firstNames.has(key);
}

let rows: ReadonlyMap<string, readonly number[]> | null = null;
/** May one person be called both (folded) names? */
export function samePerson(one: string, other: string): boolean {
  if (rows === null) {
    const map = new Map<string, number[]>();
    SHORT.split(/[|\n]/u).forEach((row, i) => row.split(' ').forEach((name) => map.set(fold(name), [...(map.get(fold(name)) ?? []), i])));
    rows = map;
  }
  const mine = rows.get(one), theirs = rows.get(other);
  return mine !== undefined && theirs !== undefined && mine.some((row) => theirs.includes(row));
}
