// Factuality, ownership and outlet labels as message keys.
import type { FactualityStep, OutletLabel, Ownership } from '../../engine/schema.ts';
import type { TextKey } from '../words/words.ts';

export const FACTUALITY_NAMES: Readonly<Record<FactualityStep, TextKey>> = {
  'very-low': 'factVeryLow',
  low: 'factLow',
  mixed: 'factMixed',
  'mostly-factual': 'factMostly',
  high: 'factHigh',
  'very-high': 'factVeryHigh',
};

export const OWNERSHIP_NAMES: Readonly<Record<Ownership, TextKey>> = {
  telecom: 'ownTelecom',
  'private-equity': 'ownPrivateEquity',
  conglomerate: 'ownConglomerate',
  billionaire: 'ownBillionaire',
  government: 'ownGovernment',
  public: 'ownPublic',
  independent: 'ownIndependent',
  corporation: 'ownCorporation',
  other: 'ownOther',
  unknown: 'ownUnknown',
};

export const LABEL_NAMES: Readonly<Record<OutletLabel, TextKey>> = {
  'fake-news': 'labelFakeNews',
  satire: 'labelSatire',
  'conspiracy-pseudoscience': 'labelConspiracy',
  'pro-science': 'labelProScience',
  questionable: 'labelQuestionable',
};
