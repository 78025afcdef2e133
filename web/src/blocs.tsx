// Who holds together, and how balanced the whole is, in plain words.
import { blocColour } from "./colours";
import { ActorLink, Await, useFigure } from "./panels/pieces";
import { viewOf } from "./state";
import { useLoaded, useStore } from "./store";
import type { Blocs, TriadKind } from "./types";
import "./blocs.css";

const KINDS: readonly TriadKind[] = ["+++", "+--", "++-", "---"];

export function BlocsView() {
  const { state, api, version, words } = useStore();
  const view = viewOf(state);
  const loaded = useLoaded(`${JSON.stringify(view)} ${version}`, (signal) => api.blocs(view, signal));
  return (
    <div class="scroll blocs">
      <h1>{words.blocs}</h1>
      <p class="quiet">{words.blocsSays}</p>
      <Await loaded={loaded}>{(blocs) => <><Groups blocs={blocs} /><Balance blocs={blocs} /></>}</Await>
    </div>
  );
}

function Groups({ blocs }: { blocs: Blocs }) {
  const { words } = useStore();
  if (blocs.blocs.length === 0) return <p>{words.noBlocs}</p>;
  return (
    <div class="groups">
      {blocs.blocs.map(({ nth, actors }) => (
        <section key={nth} class="bloc" style={{ borderInlineStartColor: `light-dark(${blocColour(nth)}, ${blocColour(nth, true)})` }} aria-labelledby={`bloc-${nth}`}>
          <h2 id={`bloc-${nth}`}>{words.blocNth(nth + 1)} <small>{words.blocSize(actors.length)}</small></h2>
          <ul>{actors.map((actor) => <li key={actor.id}><ActorLink actor={actor} /></li>)}</ul>
        </section>
      ))}
    </div>
  );
}

function Balance({ blocs }: { blocs: Blocs }) {
  const { words } = useStore();
  return (
    <section class="balance" aria-labelledby="balance">
      <h2 id="balance">{words.balance}</h2>
      <p>{words.balanceSays}</p>
      <Frustration found={blocs.frustration} />
      <TriadTable triads={blocs.triads} />
    </section>
  );
}

function usePercent(): (share: number) => string {
  const { language } = useStore();
  return (share) => share.toLocaleString(language, { style: "percent", maximumFractionDigits: 1 });
}

function Frustration({ found }: { found: Blocs["frustration"] }) {
  const { words } = useStore();
  const figure = useFigure();
  const percent = usePercent();
  if (found === null) return <p>{words.noFrustration}</p>;
  const { lower, upper, exact, balance } = found;
  return (
    <>
      <p class="chief-figure">{words.lineBalance(percent(balance))}</p>
      <p>{exact ? words.frustrationExact(figure(upper)) : words.frustrationBounds(figure(lower), figure(upper))}</p>
    </>
  );
}

function TriadTable({ triads }: { triads: Blocs["triads"] }) {
  const { words } = useStore();
  const percent = usePercent();
  const total = KINDS.reduce((sum, kind) => sum + triads[kind], 0);
  if (total === 0) return null;
  const shares = triads.balanced !== null && triads.weakly_balanced !== null;
  return (
    <>
      <h3>{words.triads}</h3>
      <p>{words.triadsSays(total)}</p>
      <table class="small">
        <thead><tr><th scope="col">{words.triads}</th><th scope="col">{words.number}</th><th scope="col">{words.share}</th><th scope="col">{words.balance}</th></tr></thead>
        <tbody>
          {KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row"><code>{kind.replaceAll("-", "−")}</code> {words.triad[kind]}</th><td class="number">{triads[kind]}</td>
              <td class="number">{percent(triads[kind] / total)}</td><td>{words.isBalanced[kind]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shares && <p>{words.balancedShare(percent(triads.balanced ?? 0), percent(triads.weakly_balanced ?? 0))}</p>}
    </>
  );
}
