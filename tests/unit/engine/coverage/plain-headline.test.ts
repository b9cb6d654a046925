// Which headlines state what happened.
import { describe, expect, it } from 'vitest';
import { isPlainHeadline } from '../../../../engine/coverage/plain-headline.ts';

describe('isPlainHeadline', () => {
  it.each([
    'Ferry runs aground off Lindau',
    'Lind: ferry ran aground in fog',
    'US says ferry was safe',
    "'Westmark' star joins the cast of 'Ferry'",
    '‘Westmark’ star joins the cast of ‘Ferry’',
    '"Safe" ferry runs aground, says Lind',
    '12 rescued from ferry off Lindau',
    'Two winners share a prize in Velm',
    'Fähre läuft vor Lindau auf Grund',
    'Паром сел на мель у Линдау',
    'フェリーが座礁',
    '船长：渡轮在雾中搁浅',
    '선장 "안개 속 좌초"…승객 12명 구조',
    'Κάπιτεν Λιντ: το πλοίο προσάραξε στην ομίχλη',
    'شاهد عيان يروي جنوح العبارة',
    'Kim: feribot siste karaya oturdu',
    'Son dakika golü feribot takımını kurtardı',
    'WHO declares emergency in Lindau',
    'Como beats Lindau in the cup',
  ])('%s', (title) => {
    expect(isPlainHeadline(title)).toBe(true);
  });

  it.each([
    'Did the ferry run aground?',
    'READ: The captain’s letter',
    'WATCH: Ferry runs aground',
    'Exclusive: Ferry was warned - sources',
    'The Latest: Ferry freed off Lindau',
    'Olympics Latest: Lind wins in Velm',
    'Video: Fähre läuft auf Grund',
    'Opinión: El ferry y nosotros',
    'Эксклюзив: паром был неисправен',
    'Why the ferry ran aground',
    'Warum die Fähre auf Grund lief',
    'Comment le ferry s’est échoué',
    'The ferry off Lindau, explained',
    '5 things to know about the ferry',
    '3 Must-See Clips From Lindau',
    'Everything you need to know about the ferry',
    'Ferry runs aground. Here’s why.',
    'Ferry auf Grund: Was wir wissen',
    'Lo que se sabe del ferry',
    'Ferry échoué : ce que l’on sait',
    "Ferry échoué : ce qu'il faut savoir",
    '“We saw the rocks too late”',
    "'We didn't see the sailors' boat'",
    '【速報】フェリーが座礁',
    '[단독] 여객선 좌초',
    '快讯！渡轮搁浅',
    '视频丨渡轮搁浅',
    '影／渡輪擱淺',
    'عاجل | جنوح عبارة',
    'فيديو.. جنوح عبارة',
    'SON DAKİKA: Feribot karaya oturdu',
    'ВІДЕО: пором сів на мілину',
    'Pilne: prom osiadł na mieliźnie',
    'Ποιος φταίει για το πλοίο;',
    'Γιατί προσάραξε το πλοίο',
    'Dlaczego prom osiadł na mieliźnie',
    'Zašto se trajekt nasukao',
    'なぜフェリーは座礁したのか',
    '为何渡轮搁浅',
    'لماذا جنحت العبارة',
    '「岩が見えなかった」',
    'フェリーが座礁｜西都新聞',
    'Ferry runs aground | The Westmark Post',
    'Ferry and Captain -- Velm Says It Was Warned',
    'Ferry runs aground off Lindau and the captain s…',
  ])('not: %s', (title) => {
    expect(isPlainHeadline(title)).toBe(false);
  });
});
