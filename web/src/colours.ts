// Colours that the colour-blind can tell apart, the same as in the files that `aliansi` writes (src/pipeline/publish/colour.rs).
import type { Sign } from "./types";

/** The palette of Okabe and Ito (2008), dark enough for a white page, by bloc; then what has no bloc. */
const BLOCS = ["#3d8fbf", "#b87d00", "#00805c", "#a65583", "#8f8600", "#00568a", "#b04c00"];
const NO_BLOC = "#6b6b6b";

export function blocColour(bloc: number | null): string {
  return (bloc === null ? undefined : BLOCS[bloc]) ?? NO_BLOC;
}

export function signColour(sign: Sign): string {
  return sign > 0 ? "#2e7d32" : sign < 0 ? "#c62828" : "#8a8a8a";
}
