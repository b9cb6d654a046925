// Units of time, money, distance and share: one story has too many numbers of these for them to be compared.
import { toWordSet } from '../text/word-set.ts';

const MEASURES = toWordSet(
  'per cent pct point points year years day days week weeks month months hour hours second seconds ' +
    'cents km mile miles mph feet foot meter meters metres inch degrees times time am pm ' +
    'tag tage tagen uhr mal grad an ans année années jour jours mois heure heures fois degrés ' +
    'año años día días mes meses hora horas veces metros grados ciento ' +
    'anno anni giorno giorni mese mesi ora ore volte chilometri metri gradi ' +
    'час часа часов сутки суток день дня дней год года лет раз раза ' +
    'доба доби діб дні днів тиждень тижні тижнів рік роки рази разів ' +
    'ano anos dia dias mês vezes quilômetros quilómetros graus ' +
    // money, where languages write its names in lower case, or, as German does, all nouns with a capital
    'dollari dollaro euro euros pfund libras sterline livres yen won ' +
    'franc francs franken francos franchi rappen reais reales карбованців евро євро копеек ' +
    'lira liras krona kronor couronnes coronas corone złoty baht rand naira tenge',
);

/** Beginnings of units that no other word shares, in any case or language. */
const BEGINS_MEASURE =
  /^(?:percent|pourcent|prozent|процент|відсот|minut|минут|хвилин|годин|stunde|woche|semaine|semana|settiman|недел|monat|месяц|місяц|jahr|decade|kilom|kilóm|километр|кілометр|метр|градус|dollar|dólar|yuan|доллар|долар|rup(?:ee|i)|roupie|rubel|rubl|rouble|рубл|грив|hryvnia|acre|pound|peso|krone|zloty|forint|shekel|rial|riyal|dirham|dinar|bitcoin)/;

/** `word` in lower case. */
export function isMeasure(word: string): boolean {
  return MEASURES.has(word) || BEGINS_MEASURE.test(word);
}
