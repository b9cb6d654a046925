// Finds an agency credited in brackets at the very end of the article: "… said on Monday. (Reuters)". Credits at the
// beginning need no search, because they reach the worker in the lead.
import type { PageFacts } from './page-facts.ts';

/**
 * Agencies that outlets credit at the end, named as in engine/article/wire-agencies.ts. The full list there is too long
 * to be loaded into every page.
 */
const AGENCIES =
  'Reuters|AFP|AP|dpa|APA|epd|KNA|SID|dts|ANSA|EFE|Lusa|Belga|ANP|NTB|TT|PAP|TASR|TASS|PTI|ANI|IANS|Xinhua|Kyodo|Yonhap|Bernama|Antara|UPI|AAP|' +
  '共同通信|共同|時事通信|時事|ロイター|新华社|新華社|中央社|연합뉴스|뉴시스|Танјуг|УНІАН|Укрінформ|ΑΠΕ-ΜΠΕ';
/** A credit of a picture does not count: "(Photo by Ada Lind / AFP)". */
const FOOT = new RegExp(
  `[(（【〔](?!(?:[Pp]h|[Ff])oto|[Ii]mage|[Bb]ild|[Фф]ото|写真|사진)(?:[^()（）]{0,30}[\\s/,])?(${AGENCIES})(?:[\\s/,+-][^()（）]{0,30})?[)）】〕]\\s*[.。]?$`,
  'u',
);

export function findFootCredit({ structure }: PageFacts): string | null {
  const end = structure.body.at(-1)?.text.slice(-80) ?? '';
  return FOOT.exec(end)?.[1] ?? null;
}
