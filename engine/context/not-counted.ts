// Measures of time, money, place and share: their numbers are of too many things in one story to be set against each other.
import { toWordSet } from '../text/word-set.ts';

export const NOT_COUNTED = toWordSet(
  'percent per cent pct percentage point points year years day days week weeks month months hour hours minute minutes second seconds decade decades ' +
    'cents km mile miles mph feet foot meter meters metres inch acre acres degrees times time am pm ' +
    'prozent jahr jahre jahren tag tage tagen woche wochen monat monate monaten stunde stunden minuten uhr mal kilometer meter grad ' +
    'an ans année années jour jours semaine semaines mois heure heures minutes fois kilomètres mètres degrés pourcent ' +
    'año años día días semana semanas mes meses hora horas minutos veces kilómetros metros grados ciento ' +
    'anno anni giorno giorni settimana settimane mese mesi ora ore minuti volte chilometri metri gradi ' +
    'минута минуты минут час часа часов сутки суток день дня дней неделя недели недель месяц месяца месяцев год года лет раз раза процент процента процентов метр метров километр километра километров градус градуса градусов ' +
    'хвилина хвилини хвилин година години годин доба доби діб дні днів тиждень тижні тижнів місяць місяці місяців рік роки років рази разів відсоток відсотка відсотків метрів кілометрів градусів ' +
    'ano anos dia dias mês horas vezes quilômetros quilómetros graus ' +
    // money, in the languages that name it with small letters or, as German does, with a capital
    'dollar dollars dólar dólares dollari dollaro euro euros pound pounds pfund libras sterline livres yuan yuans yen won ' +
    'rupee rupees rupien roupies rupias rupie franc francs franken francos franchi rappen peso pesos reais reales ' +
    'рубль рубля рублей доллар доллара долларов долларів гривна гривны гривен гривня гривні гривень карбованців евро євро копеек ' +
    'ruble rubles rouble roubles rubel rublos rubli lira liras hryvnia hryvnias krona kronor krone kroner kronen couronnes coronas corone ' +
    'zloty zlotys złoty forint forints shekel shekels rial rials riyal riyals dirham dirhams dinar dinars baht rand naira tenge bitcoin bitcoins',
);
