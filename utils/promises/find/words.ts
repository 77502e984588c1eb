/** The little a language must tell so that clauses can be told apart. All words are folded as tokens are. */
import type { AssetName, Lang } from '../../language';

export interface ClauseWords {
  /** Always part two clauses: "but", "because", "which". */
  readonly walls: ReadonlySet<string>;
  /** Part two clauses only where a new clause follows: "and", "or". */
  readonly joints: ReadonlySet<string>;
  /** Subjects that open a clause of their own. */
  readonly subjects: ReadonlySet<string>;
  /** Verbs that show that what follows "and" is a clause. */
  readonly verbs: ReadonlySet<string>;
  /** Not part of the clause at its start: "yes", "so", "then". */
  readonly leads: ReadonlySet<string>;
  /** "I'll check if …" asks, it sets no condition. */
  readonly whether: ReadonlySet<string>;
  /** Not part of the clause at its end. */
  readonly tails: ReadonlySet<string>;
  /** Before the day of what is booked or moved, which is not the day of the deed: "for tomorrow". */
  readonly aims: ReadonlySet<string>;
  /** The customer as a subject. */
  readonly addressed: ReadonlySet<string>;
  /** Articles and the like: after "and" and a time they open a clause of its own ("and tomorrow <the> app shows it"). */
  readonly openers: ReadonlySet<string>;
  /** Turn from what was told to what is said now. */
  readonly turning: ReadonlySet<string>;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

const EN: ClauseWords = {
  walls: words('but because since which who whereas although though while however'),
  joints: words('and or so then & plus that'),
  verbs: words("will is are was were has have had can could should would may might does don't won't can't isn't it'll i've we've let"),
  subjects: words("i i'll i'm we we'll we're you you'll you're he he'll she she'll it it'll it's they they'll they're ill youll well im theyll someone somebody please this that there"),
  leads: words('yes no ok okay sure hi hello hey thanks so then and also well absolutely certainly great fine right definitely or but that next finally meanwhile please first secondly therefore otherwise afterwards again instead good because plus - • rest assured naturally'),
  whether: words('if when whether where how why what'),
  tails: words('and or but so then because that which'),
  turning: words('but so however therefore'),
  aims: words('for to until till'),
  openers: words('the your our this that these those everything nothing'),
  addressed: words("you you'll you're customers"),
};
const PT: ClauseWords = {
  walls: words('mas porem porque pois que contudo todavia entretanto enquanto embora portanto'),
  joints: words('e ou entao logo'),
  verbs: words('vai vao sera serao foi foram esta estao pode podem tem tera deve devera nao fica ficara'),
  subjects: words('eu nos voce voces ele ela eles elas tu vos isso isto'),
  leads: words('sim nao ok claro ola oi entao e tambem bem certo certamente depois portanto assim por isso obrigado obrigada mas que pois por favor primeiro perfeito combinado com certeza - • beleza'),
  whether: words('se quando onde como porque porquê por'),
  tails: words('e ou mas que porque pois entao depois'),
  turning: words('mas porem por entao contudo entretanto'),
  aims: words('para pra pro ate'),
  openers: words('o a os as seu sua seus suas teu tua nosso nossa esse essa este esta tudo'),
  addressed: words('voce voces tu senhor senhora senhores'),
};
const PL: ClauseWords = {
  walls: words('ale lecz jednak bo poniewaz gdyz ze iz wiec dlatego zatem natomiast ktory ktora ktore ktorzy choc chociaz podczas'),
  joints: words('i oraz a lub albo potem nastepnie'),
  verbs: words('jest sa bedzie beda zostal zostala zostalo zostanie moze mozna nie ma maja prosze'),
  subjects: words('ja my pan pani panstwo ty wy on ona oni one'),
  leads: words('tak nie ok dobrze oczywiscie jasne witam wiec i oraz a tez takze rowniez potem nastepnie wtedy dlatego jednak ale ze iz prosze dziekuje super pewnie naturalnie - • natomiast zatem ponadto dodatkowo'),
  whether: words('czy kiedy gdzie jak dlaczego co ile'),
  tails: words('i oraz a ale lub albo ze wiec bo'),
  turning: words('ale lecz wiec dlatego jednak'),
  aims: words('na do'),
  openers: words('wszystko to ten ta'),
  addressed: words('pan pani panstwo ty wy'),
};

const BY_ASSET: Readonly<Record<AssetName, ClauseWords>> = { en: EN, pt: PT, pl: PL };

export function assetOf(lang: Lang): AssetName {
  return lang === 'pt-BR' || lang === 'pt-PT' ? 'pt' : lang;
}
export function clauseWords(asset: AssetName): ClauseWords {
  return BY_ASSET[asset];
}
