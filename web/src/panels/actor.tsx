// All that is known of one actor.
import { useState } from "preact/hooks";

import { viewOf } from "../state";
import { useLoaded, useStore } from "../store";
import type { Actor, Tie } from "../types";
import { spaced } from "../words";
import { EdgeList } from "./list";
import { ActorLink, Await, Fact, Foreign, Histogram, NotNarrowed, PanelTitle, useFigure } from "./pieces";
import "./panels.css";

/** So many names and members are shown at first. */
const FEW = 12;

export function ActorPanel({ id }: { id: string }) {
  const { state, api, version } = useStore();
  const view = viewOf(state);
  const loaded = useLoaded(`${id} ${JSON.stringify(view)} ${version}`, async (signal) => ({
    asked: id,
    actor: await api.actor(view, id, signal),
  }));
  const current = loaded.value?.asked === id ? loaded : { ...loaded, value: null };
  return <Await loaded={current}>{({ actor }) => <Known key={id} actor={actor} />}</Await>;
}

function Known({ actor }: { actor: Actor }) {
  const { change, words } = useStore();

  const [edges, setEdges] = useState(false);
  return (
    <article class="panel" aria-labelledby="panel-title">
      <PanelTitle><Foreign text={actor.label} /></PanelTitle>
      <Facts actor={actor} />
      <p class="moves">
        <button onClick={() => change({ around: actor.id, tab: "network" })}>{words.aroundOnly}</button>{" "}
        <button aria-expanded={edges} onClick={() => setEdges(!edges)}>{words.itsEdges}</button>
      </p>
      {edges && <section aria-label={words.itsEdges}><EdgeList of={{ actor: actor.id }} /></section>}
      <NotNarrowed what="figures" />
      <Ties title={words.friends} none={words.noFriends} ties={actor.friends} kind="friendly" />
      <Ties title={words.foes} none={words.noFoes} ties={actor.foes} kind="hostile" />
      <Relations actor={actor} />
      {Object.keys(actor.months).length > 1 && <h3>{words.reports}</h3>}
      <Histogram months={actor.months} />
      <Names mentions={actor.mentions} />
      <Members actor={actor} />
    </article>
  );
}

function Facts({ actor }: { actor: Actor }) {
  const { words } = useStore();
  const figure = useFigure();
  const { friendly, hostile } = actor.standing;
  return (
    <dl class="facts">
      <Fact term={words.kind}>{words.kinds[actor.kind] ?? spaced(actor.kind)}</Fact>
      <Fact term={words.country}>{actor.country && actor.country !== actor.id ? <Other id={actor.country} /> : null}</Fact>
      <Fact term={words.actsFor}>{actor.acts_for && actor.acts_for !== actor.id ? <Other id={actor.acts_for} /> : null}</Fact>
      <Fact term={words.sector}>{actor.sector && (words.sectors[actor.sector] ?? actor.sector)}</Fact>
      <Fact term={words.bloc}>{actor.bloc === null ? words.noBloc : words.blocNth(actor.bloc + 1)}</Fact>
      <Fact term={words.rank}>{figure(actor.rank, 4)}</Fact>
      <Fact term={words.ties}>{actor.ties}</Fact>
      <Fact term={words.standing}>{`${words.friendly} ${figure(friendly)} · ${words.hostile} ${figure(hostile)}`}</Fact>
      <Fact term={words.wikidata}>{actor.wikidata ? <Wikidata item={actor.wikidata} /> : null}</Fact>
    </dl>
  );
}

function Other({ id }: { id: string }) {
  return <ActorLink actor={{ id, label: spaced(id) }} />;
}

/** A link to an item of Wikidata; text if it is none. */
function Wikidata({ item }: { item: string }) {
  const name = item.replace(/^.*\//, "");
  if (!/^Q\d+$/.test(name)) return <>{item}</>;
  return <a href={`https://www.wikidata.org/wiki/${name}`} target="_blank" rel="noreferrer noopener">{name}</a>;
}

function Ties({ title, none, ties, kind }: { title: string; none: string; ties: Tie[]; kind: "friendly" | "hostile" }) {
  const most = Math.max(...ties.map((tie) => tie[kind]), Number.MIN_VALUE);
  return (
    <section class={`ties ${kind}`}>
      <h3>{title}</h3>
      {ties.length === 0 && <p>{none}</p>}
      <ul>{ties.map((tie) => <li key={tie.b.id}><TieLine tie={tie} kind={kind} share={tie[kind] / most} /></li>)}</ul>
    </section>
  );
}

function TieLine({ tie, kind, share }: { tie: Tie; kind: "friendly" | "hostile"; share: number }) {
  const { change, words } = useStore();
  const figure = useFigure();
  const pair = () => change({ selection: { kind: "pair", id: `${tie.a.id},${tie.b.id}` } });
  const says = words.tieIs(figure(tie.net), figure(tie.friendly), figure(tie.hostile), tie.edges);
  return (
    <>
      <ActorLink actor={tie.b} />
      <span class="bar" aria-hidden="true"><span style={{ width: `${100 * share}%` }} /></span>
      <button class="link" onClick={pair} title={says} aria-label={`${words.tieOf(tie.a.label, tie.b.label)}: ${says}`}>
        {kind === "friendly" ? "+" : "−"}{figure(tie[kind])}
      </button>
    </>
  );
}

function Relations({ actor }: { actor: Actor }) {
  const { words } = useStore();
  if (actor.relations.length === 0) return null;
  return (
    <>
      <h3>{words.relations}</h3>
      <table class="small">
        <thead><tr><th scope="col">{words.relation}</th><th scope="col">{words.outgoing}</th><th scope="col">{words.incoming}</th></tr></thead>
        <tbody>
          {actor.relations.map((it) => (
            <tr key={it.relation}><th scope="row">{spaced(it.relation)}</th><td class="number">{it.out}</td><td class="number">{it.in}</td></tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Names({ mentions }: { mentions: Record<string, number> }) {
  const { words } = useStore();
  const all = Object.entries(mentions).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (all.length === 0) return null;
  const name = ([text, n]: [string, number]) => <li key={text}><Foreign text={text} /> <small>{words.times(n)}</small></li>;
  return <><h3>{words.otherNames}</h3><Shortened items={all} show={name} /></>;
}

function Members({ actor }: { actor: Actor }) {
  const { words } = useStore();
  const others = actor.members.filter((member) => member.id !== actor.id);
  if (others.length === 0) return null;
  const { level } = useStore().state;
  const name = (member: Actor["members"][number]) => (
    <li key={member.id}>{level === "actor" ? <ActorLink actor={member} /> : <Foreign text={member.label} />}</li>
  );
  return <><h3>{words.members}</h3><Shortened items={others} show={name} /></>;
}

/** The first of a list, and the rest when asked for. */
function Shortened<T>({ items, show }: { items: T[]; show: (item: T) => preact.ComponentChild }) {
  const [whole, setWhole] = useState(false);
  const { words } = useStore();
  return (
    <>
      <ul class="names">{(whole ? items : items.slice(0, FEW)).map(show)}</ul>
      {!whole && items.length > FEW && <button class="more" onClick={() => setWhole(true)}>{words.showEverything(items.length)}</button>}
    </>
  );
}
