// The page's own words, in the language that the user or else the browser prefers. A word that is missing does not compile.
import { keep, recall } from "./keep";
import { en, type Words as PageWords } from "./words/en";
import { id } from "./words/id";
import { panelsEn, type PanelWords } from "./words/panels-en";
import { panelsId } from "./words/panels-id";

/** The words of the page and those of its panels; no key stands in both. */
export type Words = PageWords & PanelWords;
export type Language = "en" | "id";

const KEY = "aliansi-language";
const DICTIONARIES: Record<Language, Words> = { en: { ...en, ...panelsEn }, id: { ...id, ...panelsId } };

export function preferred(): Language {
  const chosen = recall(KEY) ?? navigator.language;
  return chosen.startsWith("id") ? "id" : "en";
}

export function remember(language: Language) {
  keep(KEY, language);
}

export function words(language: Language): Words {
  return DICTIONARIES[language];
}

/** Puts values into the {places} of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** An id for people: `allied-with` → `allied with`. */
export function spaced(id: string): string {
  return id.replaceAll("-", " ");
}

/** A confidence with two decimals, rounded down: 1 means that a person confirmed it, so nothing less may read as 1. */
export function sureness(confidence: number, language: Language): string {
  return confidence.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2, roundingMode: "floor" });
}
