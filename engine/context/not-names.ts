// Capitalised words that are not names or not part of one: offices, articles, credits and labels of headlines.

import { toWordSet } from '../text/word-set.ts';

/** Offices and forms of address: they precede a person's name without belonging to it. */
export const OFFICES = toWordSet(
  'president vice prime minister chancellor secretary senator sen sens representative rep reps congressman congresswoman governor gov mayor ' +
    'administrator commissioner deputy acting former judge justice attorney general chief speaker king queen prince princess pope sir lord lady dr mr mrs ms miss prof professor gen ag lt ' +
    'col sgt capt officer director chairman chairwoman ceo leader democrat democrats democratic republican republicans rev rabbi ' +
    'counsel ambassador candidate nominee spokesman spokeswoman whip minority majority ' +
    'präsident bundeskanzler bundeskanzlerin kanzler kanzlerin ministerpräsident außenminister bürgermeister herr frau ' +
    'président présidente ministre premier chancelier maire juge roi reine pape monsieur madame presidente presidenta ministro ' +
    'ministra primer gobernador alcalde juez rey reina papa señor señora',
);

/** Treated as offices, but names where they stand alone. */
export const PARTIES = toWordSet('democrats republicans');

/** Texts write "the" before them, which shows where their names begin: "the Customs and Border Protection". */
export const AUTHORITIES = toWordSet(
  'department dept party committee convention caucus assembly association council court office services administration agency ' +
    'commission bureau protection enforcement institute authority',
);

/** Before these, a word of an office belongs to an institution's name: "Justice Department", "General Motors", "Democratic Party". */
export const INSTITUTIONS: ReadonlySet<string> = new Set([
  ...AUTHORITIES,
  ...toWordSet('motors electric bank union club college university school hospital street county city island'),
]);

/** Likewise, for bodies that are never called by the first word alone: "Premier League", "Republican Guard", "Democratic Republic". */
export const GROUPS = toWordSet('league army guard force forces republic alliance front cup');

/** After a name; the word before them is not an office: Martin Luther King Jr. */
export const SUFFIXES = toWordSet('jr sr');

/** In English a capitalised article is not part of the name ("The White House"); in other languages it is: Las Vegas. */
export const ENGLISH_ARTICLES = toWordSet('the a an');
export const ARTICLES = toWordSet('der die das ein eine le la les un une el los las una il lo gli i o os as um uma');

/** Lower-case words within a name. */
export const PARTICLES = toWordSet('of de del della di da do dos la le al el bin van von der');

/** Ordinary words that may begin a name: New York, Will Smith, Bill Clinton. */
export const NAME_BEGINNINGS = toWordSet('new will may first one bill mark frank grant hunter');

/** Agencies and picture credits: a name that contains one does not belong to the story. */
export const CREDITS = toWordSet('getty images photo photos ap afp reuters dpa efe ansa upi');

/** Labels before a headline and prompts of a page: "UPDATE:", "Sign Up". */
export const LABELS = toWordSet(
  'opinion update updated podcast interview exclusive breaking watch video live read fact check latest editorial analysis explainer factbox ' +
    'close more file related advertisement subscribe newsletter login sign up in share followers tweet tweets',
);

/** Not names by themselves: abbreviations, adjectives that English capitalises, and general nouns of names. */
export const NOT_ALONE = toWordSet(
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun today tomorrow yesterday ' +
    'calif mass mich conn fla ariz colo penn minn wis dept inc corp co ltd jr sr ii iii ' +
    'european african asian western eastern northern southern arab arabic muslim jewish christian catholic islamic olympic soviet ' +
    'liberal conservative federal national state states party committee department house government news north south east west',
);

/** Before a people's name: "North Korean", "Native American". */
export const DIRECTIONS = toWordSet('north south east west central latin native african northern southern');
