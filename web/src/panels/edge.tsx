// One edge: what is claimed, how well it stands, and the sentences behind it.
import { useState } from "preact/hooks";

import { viewOf } from "../state";
import { useLoaded, useStore } from "../store";
import type { EdgeDetail, EdgeReference, Status } from "../types";
import { spaced } from "../words";
import { dateWords, spanWords } from "./dates";
import { Decided } from "./decide";
import { EvidenceList } from "./evidence";
import { ActorLink, Await, Fact, Histogram, PanelTitle, StatusBadge, useSureness } from "./pieces";
import "./panels.css";

export function EdgePanel({ claim }: { claim: string }) {
  const { state, api, words, version } = useStore();
  const view = viewOf(state);
  const loaded = useLoaded(`${claim} ${JSON.stringify(view)} ${version}`, (signal) => api.edge(view, claim, signal));
  const current = loaded.value?.claim === claim ? loaded : { ...loaded, value: null };
  const [decided, setDecided] = useState<string | null>(null);
  return (
    <Decided.Provider value={(isSaved) => setDecided(isSaved ? claim : null)}>
      <p class="decided" role="status">{decided === claim && words.decided}</p>
      <Await loaded={current}>{(edge) => <Known key={claim} edge={edge} />}</Await>
    </Decided.Provider>
  );
}

function Known({ edge }: { edge: EdgeDetail }) {
  const { words } = useStore();
  return (
    <article class="panel" aria-labelledby="panel-title">
      <PanelTitle>
        <ActorLink actor={{ id: edge.source, label: edge.source_label ?? edge.source }} />{" "}
        <span class={`sign${edge.sign}`}>{spaced(edge.relation)}</span>{" "}
        <ActorLink actor={{ id: edge.target, label: edge.target_label ?? edge.target }} />
      </PanelTitle>
      <p class="badges">
        <StatusBadge status={edge.status} /> <span class="badge">{edge.plain ? words.plain : words.notPlain}</span>{" "}
        {edge.contested && <span class="badge denied" title={words.contestedSays}>{words.contested}</span>}
      </p>
      <Facts edge={edge} />
      <Scores edge={edge} />
      <References title={words.contradictedBy} edges={edge.contradicted_by} />
      <References title={words.fulfilledBy} edges={edge.fulfilled_by} />
      <Histogram months={edge.months} />
      <EvidenceList edge={edge} />
    </article>
  );
}

function Facts({ edge }: { edge: EdgeDetail }) {
  const { language, words } = useStore();
  const sureness = useSureness();
  const date = (at: string | null) => (at === null ? null : dateWords(at, language));
  return (
    <dl class="facts">
      <Fact term={words.sure} title={words.confidenceSays}>{sureness(edge.confidence)}</Fact>
      <Fact term={words.independentOrigins} title={words.originsSays}>{edge.origins}</Fact>
      <Fact term={words.firstReported}>{date(edge.first_reported)}</Fact>
      <Fact term={words.lastReported}>{date(edge.last_reported)}</Fact>
      <Fact term={words.deed}>{spanWords(edge.since, edge.until, language)}</Fact>
    </dl>
  );
}

/** What each status has, where there is more than one. */
function Scores({ edge }: { edge: EdgeDetail }) {
  const { words } = useStore();
  const sureness = useSureness();
  const statuses = Object.keys(edge.statuses) as Status[];
  if (statuses.length < 2) return null;
  return (
    <table class="small">
      <thead>
        <tr><th scope="col">{words.status}</th><th scope="col">{words.evidence}</th><th scope="col">{words.sure}</th><th scope="col" title={words.originsSays}>{words.count}</th></tr>
      </thead>
      <tbody>
        {statuses.map((status) => (
          <tr key={status}>
            <th scope="row"><StatusBadge status={status} /></th><td class="number">{edge.statuses[status]}</td>
            <td class="number">{sureness(edge.scores[status]?.confidence ?? 0)}</td><td class="number">{edge.scores[status]?.origins ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function References({ title, edges }: { title: string; edges: EdgeReference[] }) {
  if (edges.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="edges">{edges.map((edge) => <li key={edge.claim}><Reference edge={edge} /></li>)}</ul>
    </>
  );
}

function Reference({ edge }: { edge: EdgeReference }) {
  const { change } = useStore();
  const open = () => change({ selection: { kind: "edge", id: edge.claim } });
  return <button class="link" onClick={open}>{spaced(edge.source)} <b>{spaced(edge.relation)}</b> {spaced(edge.target)}</button>;
}
