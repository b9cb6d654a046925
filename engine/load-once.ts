// Loads a value on first use and shares it with all callers; after a failure or a reset, the next call loads it again.

export type LoadedOnce<Value> = { readonly get: () => Promise<Value>; readonly reset: () => void };

export function loadOnce<Value>(load: () => Promise<Value>): LoadedOnce<Value> {
  let loading: Promise<Value> | null = null;
  const tryToLoad = async () => {
    try {
      return await load();
    } catch (cause) {
      loading = null;
      throw cause;
    }
  };
  return {
    get: () => {
      loading ??= tryToLoad();
      return loading;
    },
    reset: () => {
      loading = null;
    },
  };
}
