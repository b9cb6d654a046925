// Guesses what kind of article a feed's item is, from its address, title and categories: only marked ones are not reports.
import type { ArticleKind } from '../schema.ts';

export type KindHints = {
  readonly url: string;
  readonly title: string;
  readonly categories: readonly string[];
};

type Rule = { readonly kind: ArticleKind; readonly path: RegExp; readonly title: RegExp; readonly category: RegExp };

/**
 * The first rule that fits decides. A path counts by whole segment only: /opinions/ is a section, /opinion-poll-results
 * a report. A title counts by what stands before a colon or in brackets: "Opinion: …", "Live: …", "[Video]".
 */
const RULES: readonly Rule[] = [
  {
    kind: 'press-release',
    path: /\/(?:press-?releases?|pressreleases?|pressemitteilung(?:en)?|communiques?(?:-de-presse)?|comunicados?|comunicati?|pr-?newswire|business-?wire|globe-?newswire|presseportal|sponsored|advertorial|brandvoice|paid-?content|partner-?content|branded-?content|anzeige)(?:\/|$)/,
    title:
      /^(?:press release|pressemitteilung|communiqué|comunicado|comunicato stampa|sponsored|anzeige|advertorial)\s*[:|–—]/i,
    category:
      /^(?:press releases?|pressemitteilung(?:en)?|communiqués? de presse|comunicados? de prensa|sponsored(?: content)?|advertorials?|anzeige)$/i,
  },
  {
    kind: 'live',
    path: /\/(?:live|live-?blogs?|live-?news|live-?updates?|liveticker|ticker|en-?direct|direct|en-?vivo|en-?directo|directo|ao-?vivo|aovivo|diretta|in-?diretta|livestory|minuto-a-minuto)(?:\/|$)|[-/](?:live-?blog|live-?updates?|liveticker|en-direct|en-vivo|ao-vivo)(?:[-_/.]|$)/,
    title:
      /^(?:live|live updates?|live ?blog|liveticker|ticker|newsticker|en direct|direct|en vivo|en directo|última hora, en directo|ao vivo|diretta|in diretta|na żywo|relacja na żywo|canlı|онлайн|прямая трансляция|مباشر|直播|ライブ)\s*[:|–—•]|\b(?:live updates?|live ?blog|liveticker|as it happened|minuto a minuto)\b|[-–—:,|]\s*(?:live|en direct|en vivo|en directo|ao vivo|diretta|ticker)\s*$/i,
    category: /^(?:live|live ?blogs?|liveticker|live news|en direct|en vivo|en directo|ao vivo|diretta)$/i,
  },
  {
    kind: 'opinion',
    path: /\/(?:opinions?|opinion-?columns?|op-?eds?|editorials?|editoriales|editoriali|comment|commentisfree|commentary|commentaries|columnists?|columns?|meinung|meinungen|kommentare?|kolumnen?|gastbeitr(?:ag|aege)|debat|debats?|idees|idees-debats|tribunes?|chroniques?|opinion[ei]s?|opinioni|commenti|editoriale|columnas?|columnistas|tribunas?|firmas|opiniao|colunas?|colunistas|artigos-de-opiniao|opinie|columns-opinie|meninger|debatt|ledare?|ledere?|kronikk|kolumner|opinia|opinie-|publicystyka|felietony?|komentarze|mnenia|mneniya|blogs?|letters|yazarlar|kose-yazilari)(?:\/|$)/,
    title:
      /^(?:opinions?|op-?ed|editorial|comment|commentary|column|analysis & opinion|letters?|guest essay|kommentar|meinung|kolumne|gastbeitrag|leitartikel|tribune|chronique|éditorial|édito|opinión|columna|tribuna|editoriale|commento|opinione|opinião|coluna|artigo|opinie|commentaar|ledare?|leder|debatt|kronikk|felieton|opinia|komentarz|мнение|колонка|комментарий|رأي|社説|社论|社評|评论|사설)\s*[:|–—/】］」]|^[[(【［](?:opinion|editorial|commentary|kommentar|社説|社论|社評|评论|사설|칼럼)[\])】］]|[|–—]\s*(?:opinion|editorial|kommentar|meinung|opinión)\s*$/i,
    category:
      /^(?:opinions?|op-?eds?|editorials?|comment|commentary|commentisfree|columns?|columnists?|meinung|kommentare?|kolumnen?|gastbeitrag|débats?|tribunes?|idées|chroniques?|éditos?|éditorial|opinión|editoriales|columnas?|tribuna|opinioni|editoriali|commenti|opinião|colunas?|opinie|debatt?|ledare?|meninger|felietony?|opinie|мнения?|колонки|رأي|社説|评论|사설|오피니언)$/i,
  },
  {
    kind: 'media',
    path: /\/(?:videos?|video-?news|galleries|gallery|photos?|photo-?galler(?:y|ies)|pictures|in-pictures|slideshows?|diaporamas?|podcasts?|audios?|av|watch|listen|fotos?|fotostrecken?|bilder|bildergalerien?|galerien?|mediathek|fotogalerias?|galerias?|galerie|foto-?gallery|infographics?|cartoons?|wideo|tv)(?:\/|$)/,
    title:
      /^(?:video|watch|photos?|gallery|in pictures|podcast|listen|audio|cartoon|fotos|bilder|fotostrecke|bildergalerie|vidéo|en images|diaporama|vídeo|fotos|galería|galleria|foto|wideo|видео|фото|فيديو|صور|视频|動画|영상)\s*[:|–—•]|^[[(【［](?:video|watch|photos?|gallery|podcast|vidéo|vídeo|fotos?|видео|фото|动画|動画|영상|포토)[\])】］]|[[(](?:video|photos?|gallery|podcast|vidéo|vídeo|fotos?|видео|фото)[\])]\s*$/i,
    category:
      /^(?:videos?|photos?|galler(?:y|ies)|in pictures|podcasts?|audio|cartoons?|vidéos?|vídeos?|fotos?|fotostrecken?|видео|фото)$/i,
  },
];

export function guessKind({ url, title, categories }: KindHints): ArticleKind {
  const path = URL.canParse(url) ? new URL(url).pathname.toLowerCase() : '';
  const first = RULES.find(
    (rule) =>
      rule.path.test(path) ||
      rule.title.test(title) ||
      categories.some((category) => rule.category.test(category.trim())),
  );
  return first?.kind ?? 'report';
}
