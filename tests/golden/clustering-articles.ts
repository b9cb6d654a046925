// Invented articles of invented outlets in five languages; clustering.json has their expected stories.
import type { ClusterArticle } from '../../engine/ports.ts';
import { article, HOUR, NOON } from '../unit/engine/cluster/invented-articles.ts';

const at = (hours: number) => ({ publishedAt: NOON + hours * HOUR });

const WIRE =
  'LUND (Nordwire) - A court in Lund sentenced shipping magnate Arvid Kolstad to seven years in prison on Tuesday for hiding 47 million crowns from tax inspectors. Kolstad, 61, said he would appeal. Prosecutor Lena Vester called the verdict a signal to every board room in the country.';

export const GOLDEN_ARTICLES: readonly ClusterArticle[] = [
  article('kolstad-en-1', 'Shipping magnate Arvid Kolstad jailed for seven years', {
    lead: WIRE,
    credit: 'Nordwire',
    ...at(0),
  }),
  article('kolstad-en-2', 'Magnate Kolstad gets seven years in tax case', { lead: WIRE, ...at(1) }),
  article('kolstad-en-3', 'Arvid Kolstad sentenced: what the Lund court said', {
    lead: 'The judge in Lund spoke for two hours before sentencing Kolstad to seven years for hiding 47 million crowns.',
    ...at(3),
  }),
  article('kolstad-de-1', 'Reeder Arvid Kolstad zu sieben Jahren Haft verurteilt', {
    lang: 'de',
    lead: 'Das Gericht in Lund verurteilte Arvid Kolstad, der 47 Millionen Kronen verschwiegen hatte. Anklägerin Lena Vester sprach von einem Signal.',
    ...at(2),
  }),
  article('kolstad-ru-1', 'Судовладелец Арвид Колстад приговорён к семи годам', {
    lang: 'ru',
    lead: 'Суд в Лунде приговорил Арвида Колстада, скрывшего 47 миллионов крон. Обвинитель Лена Вестер назвала это сигналом.',
    ...at(4),
  }),
  article('kolstad-es-1', 'El naviero Arvid Kolstad, condenado a siete años', {
    lang: 'es',
    lead: 'El tribunal de Lund condenó a Arvid Kolstad por ocultar 47 millones de coronas. La fiscal Lena Vester habló de una señal.',
    ...at(3),
  }),
  article('rain-mon', 'Weather in Westmark: rain until evening, 9 degrees', {
    lead: 'Rain clouds move over Westmark on Monday, with 9 degrees at noon.',
    ...at(-40),
  }),
  article('rain-fri', 'Weather in Westmark: sun after fog, 14 degrees', {
    lead: 'Fog lifts over Westmark on Friday, with 14 degrees at noon.',
    ...at(56),
  }),
  article('quake-north', 'Earthquake of magnitude 5.2 shakes Tarn valley', {
    lead: 'An earthquake of magnitude 5.2 shook the Tarn valley on Tuesday; chimneys fell in Ostrel.',
    ...at(5),
  }),
  article('quake-south', 'Earthquake of magnitude 6.1 off Kessa island', {
    lead: 'An earthquake of magnitude 6.1 struck off Kessa island on Tuesday; fishermen saw no wave.',
    ...at(6),
  }),
  article('quake-south-2', 'Kessa island counts damage after 6.1 earthquake', {
    lead: 'Fishermen on Kessa island cleared rubble after the earthquake of magnitude 6.1.',
    ...at(12),
  }),
  article('quake-north-2', 'Tarn valley: chimneys fall in Ostrel as earth shakes', {
    lead: 'The quake of magnitude 5.2 in the Tarn valley damaged 30 houses in Ostrel.',
    ...at(9),
  }),
  article('vote-zh', '议会否决哈尔沃森预算案', {
    lang: 'zh',
    lead: '财政部长哈尔沃森的预算案以三票之差被否决。',
    ...at(8),
  }),
  article('vote-zh-2', '哈尔沃森预算案三票之差遭议会否决', {
    lang: 'zh',
    lead: '议会深夜否决财政部长哈尔沃森提出的预算案。',
    ...at(9),
  }),
];
