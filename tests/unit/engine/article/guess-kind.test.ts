// Kinds of article by address, title and category, in several languages.
import { describe, expect, it } from 'vitest';
import { guessKind } from '../../../../engine/article/guess-kind.ts';

const CASES: readonly (readonly [path: string, title: string, category: string, kind: string])[] = [
  ['/news/a', 'Two hurt in fire', 'World', 'report'],
  ['/opinion/a', 'Two hurt in fire', '', 'opinion'],
  ['/2026/opinion-poll-results', 'Opinion poll: two in three agree', '', 'report'],
  ['/a', 'Opinion: What the fire teaches', '', 'opinion'],
  ['/a', 'What the fire teaches | Opinion', '', 'opinion'],
  ['/a', 'Her opinion was asked', '', 'report'],
  ['/commentisfree/a', 'x', '', 'opinion'],
  ['/a', 'x', 'Editorials', 'opinion'],
  ['/politik/meinung/a', 'x', '', 'opinion'],
  ['/a', 'Kommentar: Was das Feuer lehrt', '', 'opinion'],
  ['/a', 'Was das Feuer lehrt', 'Kolumne', 'opinion'],
  ['/a', 'Éditorial : ce que le feu enseigne', '', 'opinion'],
  ['/idees/a', 'x', '', 'opinion'],
  ['/opinion/tribuna/a', 'x', '', 'opinion'],
  ['/a', 'x', 'Opinión', 'opinion'],
  ['/a', '社説：火事に学ぶ', '', 'opinion'],
  ['/a', '（社説）火事に学ぶ', '', 'opinion'],
  ['/a', '＜社説＞火事に学ぶ', '', 'opinion'],
  ['/a', '社説を読む会、ひらかれる', '', 'report'],
  ['/a', '评论丨火灾的教训', '', 'opinion'],
  ['/a', '社論／火災的教訓', '', 'opinion'],
  ['/a', '评论家：火灾的教训', '', 'report'],
  ['/a', '[홍길동 칼럼] 화재의 교훈', '', 'opinion'],
  ['/a', '<사설> 화재의 교훈', '', 'opinion'],
  ['/a', '[속보] 항구에 화재', '', 'report'],
  ['/a', 'مقال رأي | درس الحريق', '', 'opinion'],
  ['/a', 'דעה | לקח השרפה', '', 'opinion'],
  ['/a', 'یادداشت | درس آتش', '', 'opinion'],
  ['/a', 'Γνώμη: το μάθημα της φωτιάς', '', 'opinion'],
  ['/a', 'Köşe yazısı: yangının dersi', '', 'opinion'],
  ['/a', 'Думка: чого вчить пожежа', '', 'opinion'],
  ['/a', 'x', 'Απόψεις', 'opinion'],
  ['/a', 'x', '오피니언', 'opinion'],
  ['/a', '【ライブ】港で火事', '', 'live'],
  ['/a', '直播｜港口火灾', '', 'live'],
  ['/a', '[생중계] 항구 화재', '', 'live'],
  ['/a', 'CANLI | Limanda yangın', '', 'live'],
  ['/a', 'بث مباشر: حريق في الميناء', '', 'live'],
  ['/a', 'UŽIVO: Požar u luci', '', 'live'],
  ['/a', '视频丨港口火灾', '', 'media'],
  ['/a', '影／港口火災', '', 'media'],
  ['/a', '[사진] 항구 화재', '', 'media'],
  ['/a', 'فيديو.. حريق في الميناء', '', 'media'],
  ['/a', 'Відео: пожежа в порту', '', 'media'],
  ['/a', '[보도자료] 항구 공사', '', 'press-release'],
  ['/a', 'Δελτίο τύπου: έργα στο λιμάνι', '', 'press-release'],
  ['/a', '【社説】火事に学ぶ', '', 'opinion'],
  ['/a', 'Мнение: чему учит пожар', '', 'opinion'],
  ['/news/live/a', 'x', '', 'live'],
  ['/a', 'Live: fire in the harbour', '', 'live'],
  ['/a', 'Fire in the harbour – live updates', '', 'live'],
  ['/a', 'Fire in the harbour – as it happened', '', 'live'],
  ['/a', 'Live music returns', '', 'report'],
  ['/a', 'Liveticker: Feuer im Hafen', '', 'live'],
  ['/a', 'En direct : feu au port', '', 'live'],
  ['/a', 'Incendio en el puerto, en directo', '', 'live'],
  ['/a', 'Incendio nel porto: diretta', '', 'live'],
  ['/video/a', 'x', '', 'media'],
  ['/a', 'Watch: fire in the harbour', '', 'media'],
  ['/a', 'Fire in the harbour [photos]', '', 'media'],
  ['/a', 'Požar u luci (VIDEO)', '', 'report'],
  ['/a', 'Požar v pristanišču [FOTO]', '', 'report'],
  ['/a', 'Watch out for fire', '', 'report'],
  ['/fotostrecke/a', 'x', '', 'media'],
  ['/a', 'Vidéo : feu au port', '', 'media'],
  ['/a', 'x', 'Podcasts', 'media'],
  ['/press-release/a', 'x', '', 'press-release'],
  ['/a', 'x', 'Pressemitteilungen', 'press-release'],
  ['/a', 'Press release: harbour works', '', 'press-release'],
  ['/press/freedom', 'Press freedom under threat', '', 'report'],
];

describe('guessKind', () => {
  it.each(CASES)('%s "%s" [%s] → %s', (path, title, category, kind) => {
    const categories = category === '' ? [] : ['News', category];
    expect(guessKind({ url: `https://example.test${path}`, title, categories })).toBe(kind);
  });

  it('takes an address that does not parse for no hint', () => {
    expect(guessKind({ url: 'not a url', title: 'Two hurt', categories: [] })).toBe('report');
  });
});
