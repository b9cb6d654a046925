// Tells headlines that state what happened from those that ask, exclaim, only quote, promise a list or carry a label or a site's name.
//
//   "Ferry runs aground off Lindau" does; "READ: The captain's letter", "5 things to know about the ferry", "Why the ferry ran aground",
//   "'We saw the rocks'" and "The ferry, explained" do not.

/** Question and exclamation marks of all scripts. Spanish also has them at the beginning, and Greek asks with a semicolon. */
const ASKS_OR_EXCLAIMS = /[?!؟]\s*["'”»’]?\s*$|^[¿¡]|[?!؟]\s|[？！]|(?<=\p{Script=Greek}["»]?)[;\u037e](?:["»]|\s|$)/u;

/** Before a colon or bar: words that name the kind of text instead of what happened. */
const LABEL = new RegExp(
  `^(?:${[
    'read|read more|watch|video|listen|photos?|gallery|exclusive|opinion|analysis|explainer|factbox|podcast|review|editorial|commentary',
    'breaking|breaking news|live|live updates|(?:the |\\p{L}+ )?latest|(?:ap )?fact check|update(?: \\d+)?|interview|poll|quiz|q&a|transcript|timeline',
    'exklusiv|meinung|kommentar|analyse|liveticker|ticker|umfrage|interaktiv|chronologie',
    'vidéo|exclusif|en direct|direct|entretien|reportage|tribune|décryptage|sondage',
    'vídeo|fotos|exclusiva?|opinión|análisis|en vivo|en directo|entrevista|última hora|encuesta',
    'esclusiv[ao]|diretta|intervista|sondaggio|exclusivo|ao vivo|análise|opinião|видео|фото|эксклюзив|мнение|интервью|опрос',
    'відео|терміново|ексклюзив|онлайн|срочно|uživo|hitno|уживо|хитно|ексклузивно|pilne|z ostatniej chwili|wideo|na żywo|son dak[iİ]ka|canl[ıi]|v[iİ]deo',
    'έκτακτο|βίντεο|αποκλειστικό|عاجل|خاص|حصري|مباشر|(?:بال)?فيديو|بالصور|شاهد|فوری|فیلم|ویدئو|בלעדי|תיעוד|צפו|ब्रेकिंग|वीडियो|लाइव|ด่วน|คลิป',
    '速報|独自|動画|写真|快讯|快訊|独家|獨家|视频|視頻|直播|影音|影|圖輯|图集|속보|단독|영상',
  ].join('|')})\\s*(?:[:|–—-]\\s|\\.\\.\\s|[：｜丨／])`,
  'iu',
);
/** "【速報】…", "[단독] …", "[Video] …" */
const BRACKETED_LABEL = /^[[【［＜〈][^\]】］＞〉]{1,12}[\]】］＞〉]/u;

/** Beginnings of explainers, with or without a question mark. "WHO" is excepted below; "como" and "come" begin reports as well. */
const EXPLAINS =
  /^(?:how|why|what|who|when|where|inside|wie|warum|was|wer|wieso|weshalb|comment|pourquoi|cómo|por qué|por que|qué|quién|perché|как|почему|зачем|кто|що|як|чому|защо|зашто|zašto|kako|dlaczego|neden|nasıl|γιατί|πώς|τι|ποιος|πότε|لماذا|كيف|ماذا|چرا|چگونه|למה|מדוע|איך|왜)\s|^(?:なぜ|为什么|為什麼|为何|為何|ทำไม)|क्यों$/iu;

/** Lists, summaries and promises. */
const PROMISES = new RegExp(
  [
    '\\b(?:explained|ranked)\\b["”’.]?$',
    "\\bhere[’']?s (?:why|what|how|the)\\b",
    '\\b(?:what|all|everything|things?) (?:we|you|to|you need to|we need to|you should) know\\b',
    "\\byou (?:need to|should|won[’']t)\\b",
    '^(?:the )?(?:\\d+|two|three|four|five|six|seven|eight|nine|ten) (?:\\p{L}[\\p{L}-]* )?(?:things|reasons|ways|takeaways|facts|clips|charts|lessons|moments|questions|options)\\b',
    '\\b(?:takeaways|in pictures|in photos|winners and (?:\\p{L}+ |\\d+ )?losers)\\b',
    '\\b(?:was wir wissen|das müssen sie|was man wissen|\\d+ (?:dinge|gründe|fakten))\\b',
    "ce qu(?:[’'](?:on sait|il faut)|e (?:l[’']on sait|nous savons))|\\bvoici (?:pourquoi|comment|ce que)\\b",
    '\\b(?:lo que (?:se sabe|sabemos|debes|hay que)|esto es lo que|todo lo que|las claves|\\d+ (?:claves|cosas|razones))\\b',
    '\\b(?:o que se sabe|tudo o que|cosa sappiamo|tutto quello che)\\b|что известно',
  ].join('|'),
  'iu',
);

/** A quotation from the first character to the last, without another one in between; the apostrophe in "sailors’ boat" starts none. */
const ONLY_QUOTES = /^["“„«'‘](?:(?!\s['‘])[^"“”„«»])*["”»'’]$|^「[^「」]*」$/u;
/** "… | The Westmark Post", "Sports | …"; truncated headlines; file names of pictures. */
const HAS_CLUTTER = /\s\|\s|[｜丨]|\s--\s|(?:…|\.\.\.)["”’]?$|\.(?:jpe?g|png)$/iu;

export function isPlainHeadline(title: string): boolean {
  const text = title.trim();
  if (EXPLAINS.test(text) && !text.startsWith('WHO ')) return false;
  return ![ASKS_OR_EXCLAIMS, LABEL, BRACKETED_LABEL, PROMISES, ONLY_QUOTES, HAS_CLUTTER].some((pattern) =>
    pattern.test(text),
  );
}
