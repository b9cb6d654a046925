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
    'Ferry runs aground | The Westmark Post',
    'Ferry and Captain -- Velm Says It Was Warned',
    'Ferry runs aground off Lindau and the captain s…',
  ])('not: %s', (title) => {
    expect(isPlainHeadline(title)).toBe(false);
  });
});
