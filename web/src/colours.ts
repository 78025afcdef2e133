// Colours that the colour-blind can tell apart, the same as in the files that `aliansi` writes (src/pipeline/publish/colour.rs).
import type { Sign } from "./types";

/** The palette of Okabe and Ito (2008), by bloc, the greatest first: dark for a white page, then light for a black one. */
const DARK = ["#3d8fbf", "#b87d00", "#00805c", "#a65583", "#8f8600", "#00568a", "#b04c00"];
const LIGHT = ["#6fbde8", "#f0b33c", "#3fc79d", "#e09cc4", "#d9cf4a", "#5b9bd9", "#f08a55"];
/** So many blocs have a colour of their own. */
export const COLOURED_BLOCS = DARK.length;
const NO_BLOC = { dark: "#6b6b6b", light: "#9a9fa6" };

/** What the canvas is drawn with: the page's own colours, which the theme sets. */
export interface Look {
  isDark: boolean;
  paper: string;
  ink: string;
  accent: string;
  /** By sign: hostile, neither, friendly. */
  signs: readonly [string, string, string];
  /** What steps back. */
  faded: string;
}

/** The colours of the page as it is shown now. */
export function lookOf(page: Element): Look {
  const style = getComputedStyle(page);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    isDark: matchMedia("(prefers-color-scheme: dark)").matches,
    paper: colour("--paper"),
    ink: colour("--ink"),
    accent: colour("--accent"),
    signs: [colour("--hostile"), colour("--neither"), colour("--friendly")],
    faded: colour("--faded"),
  };
}

export function blocColour(bloc: number | null, isDark = false): string {
  const none = isDark ? NO_BLOC.light : NO_BLOC.dark;
  return (bloc === null ? undefined : (isDark ? LIGHT : DARK)[bloc]) ?? none;
}

/** A share of one colour in another, both such as `#1c1e21`. */
export function mixed(colour: string, ground: string, share: number): string {
  const part = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16);
  const both = (at: number) => Math.round(part(colour, at) * share + part(ground, at) * (1 - share));
  return `#${[1, 3, 5].map((at) => both(at).toString(16).padStart(2, "0")).join("")}`;
}

export function signColour(sign: Sign, look: Look): string {
  return look.signs[sign + 1] ?? look.ink;
}
