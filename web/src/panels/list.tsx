// Edges as a list, a page at a time.
import { useState } from "preact/hooks";

import type { Parameters } from "../api";
import { viewOf } from "../state";
import { useLoaded, useStore } from "../store";
import type { Edge } from "../types";
import { spaced } from "../words";
import { Await, More, NotNarrowed, StatusBadge, useSureness } from "./pieces";

const PAGE = 50;

interface Props {
  /** Whose, as the server is asked. */
  of: Parameters;
  /** The other way round has been listed: edges that read the same both ways stand there. */
  isReturn?: boolean;
}

/** The edges that fit, the strongest first; of the level, time, relations and statuses that the page shows. */
export function EdgeList({ of, isReturn = false }: Props) {
  const { state, api, version } = useStore();
  const [limit, setLimit] = useState(PAGE);
  const { words } = useStore();
  const asked = { ...viewOf(state), relation: state.relations.join(","), status: state.statuses.join(","), ...of, limit };
  const loaded = useLoaded(`${JSON.stringify(asked)} ${version}`, (signal) => api.edges(asked, signal));
  return (
    <Await loaded={loaded}>
      {({ edges, total }) => (
        <>
          {!isReturn && <NotNarrowed what="list" />}
          {total === 0 && !isReturn && <p>{words.noEdges}</p>}
          <ul class="edges">{edges.filter((edge) => !(isReturn && edge.symmetric)).map((edge) => <li key={edge.claim}><EdgeLink edge={edge} /></li>)}</ul>
          <More shown={edges.length} total={total} onMore={() => setLimit(limit + PAGE)} />
        </>
      )}
    </Await>
  );
}

function EdgeLink({ edge }: { edge: Edge }) {
  const { change } = useStore();
  const sureness = useSureness();
  const open = () => change({ selection: { kind: "edge", id: edge.claim } });
  return (
    <>
      <button class="link" onClick={open}>
        <bdi>{edge.source_label ?? edge.source}</bdi> <b class={`sign${edge.sign}`}>{spaced(edge.relation)}</b>{" "}
        <bdi>{edge.target_label ?? edge.target}</bdi>
      </button>{" "}
      {!edge.plain && <StatusBadge status={edge.status} />} <small>{sureness(edge.confidence)}</small>
    </>
  );
}
