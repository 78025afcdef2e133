// What colours and lines mean.
import { blocColour, COLOURED_BLOCS } from "../colours";
import { STATUSES } from "../state";
import { useStore } from "../store";
import type { Network } from "../types";
import { fill } from "../words";

export function Legend({ network }: { network: Network | null }) {
  const { words } = useStore();
  const unsure = [...STATUSES.filter((status) => status !== "asserted").map((status) => words[status]), words.contested].join(", ");
  return (
    <details class="legend">
      <summary>{words.legend}</summary>
      <ul>
        <li><span class="line friendly" aria-hidden="true" /> {words.legendFriendly}</li>
        <li><span class="line hostile" aria-hidden="true" /> {words.legendHostile}</li>
        <li><span class="line neither" aria-hidden="true" /> {words.legendNeutral}</li>
        <li><span class="line friendly unsure" aria-hidden="true" /> <span class="line hostile unsure" aria-hidden="true" /> {fill(words.legendUnsure, { statuses: unsure })}</li>
        <li>{words.legendColour}</li>
      </ul>
      {network && <Blocs network={network} />}
    </details>
  );
}

/** The blocs that are drawn, and what the others are drawn in. */
function Blocs({ network }: { network: Network }) {
  const { words } = useStore();
  const drawn = new Set(network.nodes.map(({ bloc }) => (bloc !== null && bloc < COLOURED_BLOCS ? bloc : null)));
  const nths = [...drawn].sort((a, b) => (a ?? COLOURED_BLOCS) - (b ?? COLOURED_BLOCS));
  return (
    <ul class="bloc-keys">
      {nths.map((nth) => (
        <li key={nth}><span class="dot" style={{ background: themed(nth) }} aria-hidden="true" /> {nth === null ? words.legendNoBloc : fill(words.legendBloc, { nth: nth + 1 })}</li>
      ))}
    </ul>
  );
}

function themed(bloc: number | null): string {
  return `light-dark(${blocColour(bloc)}, ${blocColour(bloc, true)})`;
}
