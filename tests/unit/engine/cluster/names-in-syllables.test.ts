// Reports in syllabic scripts and abugidas match by names alone, without a shared country or number.
import { expect, it } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { article, NOON, STREAM } from './invented-articles.ts';

const ENGLISH = [
  article('en-1', 'Director Halvorsen wins top prize at Kolstad film festival', {
    lead: 'Leonard Halvorsen beat Elena Moretti at the Kolstad festival.',
  }),
  article('en-2', 'Halvorsen takes Kolstad prize ahead of Moretti', { lead: 'The director Leonard Halvorsen won.' }),
];

it.each([
  {
    lang: 'ja',
    title: 'コルスタ映画祭、ハルボルセン監督が最高賞',
    lead: 'レオナルド・ハルボルセン監督がエレナ・モレッティ監督を抑えた。',
    other: 'リンドグレン氏、アムダール港の再建計画を発表',
  },
  {
    lang: 'ko',
    title: '할보르센 감독, 콜스타드 영화제 최고상',
    lead: '레오나르드 할보르센 감독이 엘레나 모레티를 제치고 수상했다.',
    other: '린드그렌, 암달 항구 재건 계획 발표',
  },
  {
    lang: 'hi',
    title: 'हालवोरसेन को कोलस्टाड फिल्म समारोह में शीर्ष पुरस्कार',
    lead: 'निर्देशक लियोनार्ड हालवोरसेन ने एलेना मोरेटी को पीछे छोड़ा।',
    other: 'लिंडग्रेन ने अमडाल बंदरगाह की योजना बताई',
  },
])('$lang', ({ lang, title, lead, other }) => {
  const clusterer = createStoryClusterer();
  const places = new Map<string, string>();
  const same = article('same', title, { lang, lead, publishedAt: NOON });
  const another = article('another', other, { lang, publishedAt: NOON });
  for (const one of [...STREAM, ...ENGLISH, same, another]) places.set(one.id, clusterer.add(one).storyId);
  for (const { articleId, storyId } of clusterer.maintain().moves) places.set(articleId, storyId);
  expect(places.get('same')).toBe(places.get('en-1'));
  expect(places.get('another')).not.toBe(places.get('en-1'));
});
