// Function words of the languages that the stop word library leaves out, and headline words that it misses in English.

const words = (list: string) => list.split(' ');

export const FUNCTION_WORDS = {
  be: words(
    'і у ў на не што з да як гэта па за ад але ён яна яны мы вы я яго яе іх для пра пры калі каб быў была былі будзе які якая якія якое таксама ужо яшчэ па-за пасля перад праз або ці так толькі',
  ),
  en: words(
    'says said say will would could may might also one two new first last year years day days week month amid via vs get gets got make makes made take takes can cannot us mr mrs ms per',
  ),
  fa: words(
    'و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شد شده بود ها های ای اما یا اگر هر او ما من شما آنها باید کند شود گفت پس پیش روی ولی چه چون',
  ),
  he: words(
    'של את על לא הוא היא הם הן זה זו גם כי אם או עם כל יש אין היה היו יותר רק אבל אני אנחנו אתה מה מי בין אחרי לפני עד כבר עוד כדי אשר לאחר בו בה לו לה להם',
  ),
  pl: words(
    'i w z na do że się nie o jest to po za od jak przez dla tym co ma oraz ale czy już tylko tak był była było byli są być będzie został została ze we przed nad pod przy też jego jej ich ten ta te tego tej który która które którzy może go mu by u a bardzo także jeszcze jednak gdy',
  ),
  th: words('ที่ และ ใน ของ เป็น ได้ มี ว่า จะ ไม่ ให้ กับ จาก แล้ว ก็ มา ไป นี้ นั้น หรือ โดย แต่ ถึง เพื่อ ซึ่ง ยัง ต้อง อยู่ คน การ ความ'),
} as const;
