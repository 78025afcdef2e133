// What stands between two actors.
import { viewOf } from "../state";
import { useLoaded, useStore } from "../store";
import type { Matrix } from "../types";
import { EdgeList } from "./list";
import { ActorLink, Await, NotNarrowed, PanelTitle, useFigure } from "./pieces";
import "./panels.css";

/** The sums and the edges between two actors, either way; `pair` is their ids with a comma between. */
export function PairPanel({ pair }: { pair: string }) {
  const { api, state, version } = useStore();
  const asked = { ...viewOf(state), actors: pair };
  const loaded = useLoaded(`${JSON.stringify(asked)} ${version}`, async (signal) => ({
    pair,
    ties: await api.ties(asked, signal),
  }));
  const current = loaded.value?.pair === pair ? loaded : { ...loaded, value: null };
  return <Await loaded={current}>{({ ties }) => <Known key={pair} pair={pair} ties={ties} />}</Await>;
}

function Known({ pair, ties }: { pair: string; ties: Matrix }) {
  const { words } = useStore();
  const figure = useFigure();
  const [a, b] = pair.split(",").map((id) => ties.actors.find((actor) => actor.id === id) ?? { id, label: id });
  if (a === undefined || b === undefined) return <p>{words.noTies}</p>;
  const tie = ties.ties[0];
  return (
    <article class="panel" aria-labelledby="panel-title">
      <PanelTitle><ActorLink actor={a} /> ↔ <ActorLink actor={b} /></PanelTitle>
      {tie && <p>{words.tieIs(figure(tie.net), figure(tie.friendly), figure(tie.hostile), tie.edges)}</p>}
      {tie && <NotNarrowed what="figures" />}
      <EdgeList of={{ subject: a.id, object: b.id }} />
      <EdgeList of={{ subject: b.id, object: a.id }} isReturn />
    </article>
  );
}
