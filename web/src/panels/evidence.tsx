// The sentences behind an edge.
import { useState } from "preact/hooks";

import { viewOf } from "../state";
import { useLoaded, useStore } from "../store";
import type { EdgeDetail, Evidence } from "../types";
import { spaced } from "../words";
import { dateWords, spanWords } from "./dates";
import { Decide } from "./decide";
import { ActorLink, Await, Fact, Foreign, More, StatusBadge, useSureness } from "./pieces";

type Segment = Evidence["segments"][number];
type Role = Segment["roles"][number];

const ROLES: readonly Role[] = ["subject", "cue", "object"];

/** So many pieces come with an edge, and so many more are shown at a time. */
const PAGE = 50;

/** Pieces of evidence: those that came with the edge, or all to a greater number when more are asked for. */
export function EvidenceList({ edge }: { edge: EdgeDetail }) {
  const { api, state, words, version } = useStore();
  const [limit, setLimit] = useState(PAGE);
  const view = viewOf(state);
  const loaded = useLoaded(`${edge.claim} ${JSON.stringify(view)} ${version} ${limit}`, async (signal) =>
    limit > PAGE ? api.evidence(view, edge.claim, 0, limit, signal) : null,
  );
  const pieces = loaded.value ?? { evidence: edge.evidence, total: edge.evidence_total };
  return (
    <section aria-labelledby="evidence-title">
      <h3 id="evidence-title">{words.evidence} <small>{words.pieces(pieces.total)}</small></h3>
      <Await loaded={{ ...loaded, value: pieces, loading: loaded.loading && limit > PAGE }}>
        {({ evidence, total }) => (
          <>
            {total === 0 ? <p>{words.noEvidence}</p> : <Legend />}
            <ol class="evidence">{evidence.map((piece) => <li key={piece.evidence}><Piece evidence={piece} /></li>)}</ol>
            <More shown={evidence.length} total={total} onMore={() => setLimit(limit + PAGE)} />
          </>
        )}
      </Await>
    </section>
  );
}

function Legend() {
  const { words } = useStore();
  return (
    <p class="legend-marks">
      <small>{words.marked} {ROLES.map((role) => <><mark class={role} key={role}>{words[role]}</mark> </>)}</small>
    </p>
  );
}

function Piece({ evidence }: { evidence: Evidence }) {
  const { about, words } = useStore();
  const sureness = useSureness();
  return (
    <article>
      <blockquote><Sentence evidence={evidence} /></blockquote>
      <p class="badges">
        <StatusBadge status={evidence.status} />{" "}
        <span class="badge" title={words.confidenceSays}>{words.sure} {sureness(evidence.confidence)}</span>
      </p>
      <Source evidence={evidence} />
      <Particulars evidence={evidence} />
      <Edits edits={evidence.edits} />
      {about.edit && <Decide evidence={evidence} />}
    </article>
  );
}

/** The sentence with the cue and the actors marked: by colour, by the line below, and in words for screen readers. */
function Sentence({ evidence }: { evidence: Evidence }) {
  const { segments } = evidence;
  return (
    <bdi dir="auto" lang={evidence.language ?? undefined}>
      {segments.map((segment, nth) => <Part key={nth} segment={segment} before={segments[nth - 1]} />)}
    </bdi>
  );
}

function Part({ segment, before }: { segment: Segment; before: Segment | undefined }) {
  const { words } = useStore();
  const { text, roles } = segment;
  if (roles.length === 0) return <>{text}</>;
  const begins = roles.filter((role) => !before?.roles.includes(role)).map((role) => words[role]);
  return (
    <mark class={roles.join(" ")} title={roles.map((role) => words[role]).join(", ")}>
      {begins.length > 0 && <span class="heard">[{begins.join(", ")}:] </span>}
      {text}
    </mark>
  );
}

function Source({ evidence }: { evidence: Evidence }) {
  const { language, words } = useStore();
  const { title, id, publisher, published, url } = evidence.document;
  return (
    <p class="source">
      <cite><Foreign text={title ?? id} /></cite>
      {publisher && <> · <Foreign text={publisher} /></>}
      {" · "}{published ? <time>{dateWords(published, language)}</time> : words.noDate}
      {url && /^https?:/i.test(url) && <> · <a href={url} target="_blank" rel="noreferrer noopener">{words.readThere}</a></>}
    </p>
  );
}

function Particulars({ evidence }: { evidence: Evidence }) {
  const { language, words } = useStore();
  const { when } = evidence;
  const span = when && spanWords(when.from, when.to, language);
  return (
    <dl class="facts">
      <Fact term={words.sayer}>{evidence.speaker ? <ActorLink actor={evidence.speaker} /> : words.author}</Fact>
      <Fact term={words.deniedBy}>
        {evidence.denied_by.length > 0 ? evidence.denied_by.map((actor) => <><ActorLink key={actor.id} actor={actor} /> </>) : null}
      </Fact>
      <Fact term={words.via}>{evidence.via && <Foreign text={evidence.via} />}</Fact>
      <Fact term={words.when}>{when && [span, words.phases[when.phase] ?? when.phase].filter(Boolean).join(", ")}</Fact>
      <Fact term={words.contexts}>{evidence.contexts.map(spaced).join(", ")}</Fact>
      <Fact term={words.rule}><code>{evidence.frame}</code> <small>({evidence.binder})</small></Fact>
    </dl>
  );
}

function Edits({ edits }: { edits: Evidence["edits"] }) {
  const { language, words } = useStore();
  if (edits.length === 0) return null;
  const line = ({ kind, by, at, why }: Evidence["edits"][number]) => {
    const what = words.editKinds[kind] ?? kind;
    return [by ? words.editedBy(what, by) : what, at && dateWords(at, language), why && words.because(why)];
  };
  return <ul class="edits">{edits.map((edit, nth) => <li key={nth}><Foreign text={line(edit).filter(Boolean).join(" ")} /></li>)}</ul>;
}
