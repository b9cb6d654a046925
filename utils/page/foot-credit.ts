// Finds the agency in brackets after the article's last word; credits at the head reach the worker within the lead.
import type { PageFacts } from './page-facts.ts';

/** Those that are credited at the foot, as engine/article/wire-agencies.ts names them; its full list is too long to be carried into every page. */
const AGENCIES =
  'Reuters|AFP|AP|dpa|APA|epd|KNA|SID|dts|ANSA|EFE|Lusa|Belga|ANP|NTB|TT|PAP|TASR|TASS|PTI|ANI|IANS|Xinhua|Kyodo|Yonhap|Bernama|Antara|UPI|AAP|' +
  '共同通信|共同|時事通信|時事|ロイター|新华社|新華社|中央社|연합뉴스|뉴시스|Танјуг|УНІАН|Укрінформ|ΑΠΕ-ΜΠΕ';
/** Not "(Photo by Ada Lind / AFP)". */
const FOOT = new RegExp(
  `[(（【〔](?!(?:[Pp]h|[Ff])oto|[Ii]mage|[Bb]ild|[Фф]ото|写真|사진)(?:[^()（）]{0,30}[\\s/,])?(${AGENCIES})(?:[\\s/,+-][^()（）]{0,30})?[)）】〕]\\s*[.。]?$`,
  'u',
);

export function findFootCredit({ structure }: PageFacts): string | null {
  const end = structure.body.at(-1)?.text.slice(-80) ?? '';
  return FOOT.exec(end)?.[1] ?? null;
}
