// The network as a table: for screen readers, for sorting by eye, for the keyboard.
import { useStore, type Loaded } from "../store";
import type { Network } from "../types";
import { spaced, sureness } from "../words";

export function List({ loaded }: { loaded: Loaded<Network> }) {
  const { words, change, state, language } = useStore();
  const network = loaded.value;
  if (!network) return null;
  const label = new Map(network.nodes.map((node) => [node.id, node.label]));
  const edges = [...network.edges].sort((a, b) => b.weight * b.origins - a.weight * a.origins);
  const actor = (id: string) => (
    <button class="link" onClick={() => change({ selection: { kind: "actor", id } })}><bdi>{label.get(id) ?? id}</bdi></button>
  );
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            {[words.source, words.relation, words.target, words.status, words.sure, words.count].map((head) => <th scope="col">{head}</th>)}
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <tr key={edge.claim} aria-selected={state.selection?.id === edge.claim}>
              <td class="name">{actor(edge.source)}</td>
              <td>
                <button class={`link sign${edge.sign}`} onClick={() => change({ selection: { kind: "edge", id: edge.claim } })}>{spaced(edge.relation)}</button>
              </td>
              <td class="name">{actor(edge.target)}</td>
              <td>{words[edge.status]}{edge.contested && `, ${words.contested}`}</td>
              <td class="number">{sureness(edge.confidence, language)}</td>
              <td class="number">{edge.origins}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
