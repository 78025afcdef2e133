// Keys that move a slider on and on are one step for the back button.
import { useRef } from "preact/hooks";

import { useStore, type Store } from "./store";

/** Changes what is shown; from the second time on without a step, until the hand or the focus goes elsewhere. */
export function useSteps() {
  const { change } = useStore();
  const isFurther = useRef(false);
  const begin = () => { isFurther.current = false; };
  const go = (patch: Parameters<Store["change"]>[0]) => {
    change(patch, isFurther.current);
    isFurther.current = true;
  };
  return { go, hands: { onPointerDown: begin, onBlur: begin } };
}
