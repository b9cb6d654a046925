// Names of countries and languages in the reader's language; an unknown code is returned as it is.

function createNames(locale: string, type: 'region' | 'language'): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type, fallback: 'code' });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code; // not even shaped like a code
    }
  };
}

export function createCountryNames(locale: string): (code: string) => string {
  return createNames(locale, 'region');
}

export function createLanguageNames(locale: string): (code: string) => string {
  return createNames(locale, 'language');
}
