// One place for what is shown, tied to the address bar.
import { createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";

import { Api } from "./api";
import { decode, encode, type State } from "./state";
import type { About } from "./types";
import { preferred, remember, words, type Language, type Words } from "./words";

export interface Store {
  state: State;
  /** Shows something else; `replace` leaves no step for the back button. */
  change: (patch: Partial<State>, replace?: boolean) => void;
  api: Api;
  about: About;
  words: Words;
  language: Language;
  speak: (language: Language) => void;
  /** Counts up when the graph has changed, so that what depends on it is asked for again. */
  version: number;
  /** Asks for everything again. */
  renew: () => void;
}

export const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error("used outside the page");
  return store;
}

/** The state of the address bar. */
export function useAddress(): [State, Store["change"]] {
  const [state, set] = useState(() => decode(location.search));
  useEffect(() => {
    const back = () => set(decode(location.search));
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const change = useMemo(
    () => (patch: Partial<State>, replace = false) =>
      set((old) => {
        const next = { ...old, ...patch };
        // Another part of the graph is seen whole at first.
        if (next.around !== old.around || next.level !== old.level) next.view = null;
        const address = encode(next);
        const url = address ? `?${address}` : location.pathname;
        if (address !== encode(old)) history[replace ? "replaceState" : "pushState"](null, "", url);
        return next;
      }),
    [],
  );
  return [state, change];
}

export function useLanguage(): [Language, (language: Language) => void, Words] {
  const [language, set] = useState(preferred);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speak = (next: Language) => {
    remember(next);
    set(next);
  };
  return [language, speak, words(language)];
}

/**
 * What a question gives: nothing yet, an answer, or an error. The old answer stays until the new one is there, with `loading` from
 * the very moment at which another question is asked.
 */
export interface Loaded<T> {
  value: T | null;
  error: Error | null;
  loading: boolean;
  retry: () => void;
}

/** Asks anew whenever the key changes, and gives up the question before. */
export function useLoaded<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [nth, again] = useState(0);
  const question = `${nth} ${key}`;
  const [last, set] = useState<{ question: string | null; value: T | null; error: Error | null }>({
    question: null, value: null, error: null,
  });
  useEffect(() => {
    const controller = new AbortController();
    ask(controller.signal).then(
      (value) => controller.signal.aborted || set({ question, value, error: null }),
      (error: Error) => controller.signal.aborted || set((old) => ({ ...old, question, error })),
    );
    return () => controller.abort();
  }, [question]);
  const loading = last.question !== question;
  return { value: last.value, error: loading ? null : last.error, loading, retry: () => again(nth + 1) };
}
