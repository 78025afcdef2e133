import { useStore } from "../store";

export function Legend() {
  const { words } = useStore();
  return (
    <details class="legend">
      <summary>{words.legend}</summary>
      <ul>
        <li><span class="line friendly" aria-hidden="true" /> {words.legendFriendly}</li>
        <li><span class="line hostile" aria-hidden="true" /> {words.legendHostile}</li>
        <li><span class="line neither" aria-hidden="true" /> {words.legendNeutral}</li>
        <li>{words.legendColour}</li>
      </ul>
    </details>
  );
}
