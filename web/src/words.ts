// The page's own words, in the language that the user or else the browser prefers. A word that is missing does not compile.
import { en, type Words } from "./words/en";
import { id } from "./words/id";

export type { Words };
export type Language = "en" | "id";

const KEY = "aliansi-language";

export function preferred(): Language {
  const chosen = localStorage.getItem(KEY) ?? navigator.language;
  return chosen.startsWith("id") ? "id" : "en";
}

export function remember(language: Language) {
  localStorage.setItem(KEY, language);
}

export function words(language: Language): Words {
  return language === "id" ? id : en;
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
