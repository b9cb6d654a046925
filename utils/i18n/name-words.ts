// Names of countries and languages in the language of the reader; a code that the platform does not know stays a code.

function createNames(locale: string, type: 'region' | 'language'): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type, fallback: 'code' });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code; // not even the shape of a code
    }
  };
}

export function createCountryNames(locale: string): (code: string) => string {
  return createNames(locale, 'region');
}

export function createLanguageNames(locale: string): (code: string) => string {
  return createNames(locale, 'language');
}
