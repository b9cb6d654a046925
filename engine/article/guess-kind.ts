// Guesses the kind of an article from its address, title and categories: a report unless something marks it as another kind.
//
// A content script carries this file, and starts anew on every page: looking a word up in a set costs nothing, but each
// pattern has to be compiled first. So patterns are tried only on titles that contain a mark.
import type { ArticleKind } from '../schema.ts';
import { decodePath } from '../text/address-path.ts';
import { toWordSet } from '../text/word-set.ts';

export type KindHints = {
  readonly url: string;
  readonly title: string;
  readonly categories: readonly string[];
};

type Rule = {
  readonly kind: ArticleKind;
  /** Names of folders and of whole categories, in lower case without spaces and hyphens. */
  readonly names: ReadonlySet<string>;
  /** Names of folders only: a category "TV" has reports about television. */
  readonly folders: ReadonlySet<string>;
  readonly title: RegExp;
};

/**
 * The first rule that fits decides. Of an address only whole folders count: /opinions/ is a section, /opinion-poll-results
 * a report. Of a title what is before a colon or in brackets counts: "Opinion: …", "Live: …", "[Video] …"; after a headline,
 * "(VIDEO)" only says that the report has one.
 */
const RULES: readonly Rule[] = [
  {
    kind: 'press-release',
    names: toWordSet(
      'advertorial+ anzeige pressemitteilung pressemitteilungen pressrelease+ sponsored ' +
        'communiquédepresse communiquésdepresse comunicadodeprensa comunicadosdeprensa sponsoredcontent',
    ),
    folders: toWordSet(
      'brandedcontent brandvoice businesswire communique+ communiquedepresse communiquesdepresse comunicado ' +
        'comunicados comunicati globenewswire paidcontent partnercontent presseportal prnewswire',
    ),
    title:
      /^(?:communiqué|comunicado|comunicato stampa|δελτίο τύπου|بيان صحفي|新聞稿|보도자료)\s*[:：|｜丨–—]|^[[【［](?:pr|ad)[\])】］]/i,
  },
  {
    kind: 'live',
    names: toWordSet('aovivo diretta endirect endirecto envivo live liveblog+ livenews liveticker'),
    folders: toWordSet('direct directo indiretta livestory liveupdate+ minutoaminuto ticker'),
    title:
      /^(?:ticker|newsticker|direct|en directo|última hora, en directo|in diretta|na żywo|relacja na żywo|canl[ıi](?: yayın)?|uživo|уживо|на живо|онлайн|наживо|прямая трансляция|(?:بث )?مباشر|שידור חי|直播|ライブ|生中継|생중계)\s*[:：|｜丨／–—•]|\b(?:live updates?|live ?blog|liveticker|as it happened|minuto a minuto)\b|[-–—:,|]\s*(?:live|en direct|en vivo|en directo|ao vivo|diretta|ticker)\s*$/i,
  },
  {
    kind: 'opinion',
    names: toWordSet(
      'analysis analyse+ newsanalysis opinion&analysis análisis analisi análise анализ аналитика аналітика ' +
        'chronique+ column+ columna+ columnist+ coluna+ comment commentary ' +
        'commentisfree debat debatt debatte editorial+ editoriales editoriali felieton felietony gastbeitrag guestessay ' +
        'kolumne kolumnen komentáře komentáre kommentar kommentare ledare leitartikel letters leserbriefe meinung meninger oped+ opinie opinion+ opinioni pointdevue ' +
        'standpunkt tribuna tribune+ viewpoint yazarlar débat+ idées opinião opinión édito+ éditorial колонки мнение мнения думки ' +
        'погляди γνώμες απόψεις رأي یادداشت דעות संपादकीय 社説 コラム 社论 评论 評論 사설 칼럼 오피니언',
    ),
    folders: toWordSet(
      'analise analisis artigosdeopiniao blog+ columnistas columnsopinie colunistas commentaries commenti debats editoriale firmas ' +
        'gastbeitraege idees ideesdebats kolumner komentarze koseyazilari kronikk ledar leder ledere meinungen ' +
        'mnenia mneniya opinia opiniao opinioncolumn+ opinione+ publicystyka tribunas',
    ),
    title:
      /^(?:analysis & opinion|letter|editoriale|commento|opinione|commentaar|leder|kronikk|opinia|komentarz|колонка|комментарий|думка|став|kolumna|köşe yazısı|γνώμη|άποψη|مقال رأي|(?:טור )?דעה|社論|社评|社評|快评|观点|觀點|\S{2,5} 칼럼|기고)\s*[:：|｜丨–—/／】］」]|^[[(【［](?:opinion|editorial|commentary|kommentar|analysis)[\])】］]|[|–—]\s*(?:opinion|editorial|kommentar|meinung|opinión|analysis)\s*$/i,
  },
  {
    kind: 'media',
    names: toWordSet(
      'audio cartoon+ foto+ fotostrecke fotostrecken galleries gallery inpictures photo+ podcast ' +
        'podcasts video+ vidéo+ vídeo+ видео фото',
    ),
    folders: toWordSet(
      'audios av bilder bildergalerie bildergalerien diaporama+ fotogaleria+ fotogallery galeria ' +
        'galerias galerie galerien infographic+ listen mediathek photogalleries photogallery pictures ' +
        'slideshow+ tv videonews watch wideo',
    ),
    title:
      /^(?:watch|listen|bilder|bildergalerie|en images|diaporama|galería|galleria|wideo|відео|βίντεο|v[iİ]deo|(?:بال)?فيديو|(?:بال)?صور|فیلم|वीडियो|视频|視頻|圖輯|影音|影|圖|动画|動画|写真|영상|포토|사진)\s*(?:[:：|｜丨／–—•]|\.\.)|^[[(【［](?:video|watch|photos?|gallery|podcast|vidéo|vídeo|fotos?|видео|фото)[\])】］]|[[(](?:photos|gallery|podcast)[\])]\s*$/i,
  },
];

/** A title without any of these cannot be marked; "as it happened" and the like need no punctuation. */
const TITLE_MARK = /[:|–—•/：｜丨／】］）」>＞〉\])]|\.\.|[-,]\s|live|ticker|happened|minuto/i;
/** The words before a title's first mark, which may be one of a rule's names. */
const LABEL = /^[^:：|｜丨／/–—•】］」]{2,24}(?=[:：|｜丨／/–—•】］」])/;
/** "Debate" as a section means opinions; before a colon it may also head a report of a debate. Swedish and Norwegian "Debatt" is always opinion. */
const REPORTED = /^d[eé]bats?$/;
/** 【社説】…, [홍길동 칼럼] …, （社説）…: in non-Latin scripts a bracketed mark counts like one before a colon. */
const BRACKETED = /^[[(【［（<＜〈]([\u0370-\uffff ]{2,12})[\])】］）>＞〉]\s*/;
/** Live coverage also shows inside the last part of the path: /storm-hits-coast-live-updates. */
const LIVE_NAME = /[-/](?:live-?blog|live-?updates?|liveticker|en-direct|en-vivo|ao-vivo)(?:[-_/.]|$)/;

export function guessKind({ url, title, categories }: KindHints): ArticleKind {
  const path = URL.canParse(url) ? decodePath(new URL(url).pathname).toLowerCase() : '';
  const folders = path.split('/').map(toName);
  const names = [...folders, ...categories.map((category) => toName(category.trim().toLowerCase()))];
  const isMarked = TITLE_MARK.test(title);
  const marked = isMarked ? title.replace(BRACKETED, '$1: ') : title;
  const label = isMarked ? toName(LABEL.exec(marked)?.[0].trim().toLowerCase() ?? '') : '';
  if (!REPORTED.test(label)) names.push(label);
  const first = RULES.find(
    (rule) =>
      names.some((name) => rule.names.has(name)) ||
      folders.some((folder) => rule.folders.has(folder)) ||
      (rule.kind === 'live' && LIVE_NAME.test(path)) ||
      (isMarked && rule.title.test(marked)),
  );
  return first?.kind ?? 'report';
}

const toName = (words: string) => words.replace(/[ -]/g, '');
