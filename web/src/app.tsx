// The page: search on top, filters on the left, a view in the middle, what is picked on the right.
import { useEffect, useState } from "preact/hooks";

import { Api } from "./api";
import { BlocsView } from "./blocs";
import { Filters } from "./filters";
import { Matrix } from "./matrix";
import { Canvas } from "./network/canvas";
import { List } from "./network/list";
import { ActorPanel } from "./panels/actor";
import { EdgePanel } from "./panels/edge";
import { PairPanel } from "./panels/pair";
import { Search } from "./search";
import { SparqlTab } from "./sparql";
import { networkOf, TABS, type State } from "./state";
import { StoreContext, useAddress, useLanguage, useLoaded, useStore, type Loaded } from "./store";

const api = new Api();
/** How often the server is asked whether the graph has changed, in milliseconds. */
const WATCH = 30_000;

export function App() {
  const [state, change] = useAddress();
  const [language, speak, words] = useLanguage();
  const [version, setVersion] = useState(0);
  // How often a relation occurs depends on the level; from when to when is reported must not depend on the span that is shown.
  const about = useLoaded(`about ${state.level} ${version}`, (signal) => api.about({ level: state.level }, signal));
  if (!about.value) return about.error ? <Failure loaded={about} words={words} /> : <p class="wait" role="status">{words.ready}</p>;
  const store = { state, change, api, about: about.value, words, language, speak, version, renew: () => setVersion(version + 1) };
  return <StoreContext.Provider value={store}><Page /></StoreContext.Provider>;
}

function Page() {
  const { state, words } = useStore();
  const [span, setSpan] = useState<[string, string] | null>(null);
  const [sheet, setSheet] = useState(false);
  return (
    <div class={`page ${state.selection ? "picked" : ""} ${sheet ? "filtering" : ""}`}>
      <a class="skip" href="#view">{words.skip}</a>
      <Head onFilters={() => setSheet(!sheet)} />
      <aside class="left" aria-label={words.filters}><Filters onSpan={setSpan} /></aside>
      <main id="view" tabIndex={-1}><News /><View span={span} /></main>
      {state.selection && <Picked />}
    </div>
  );
}

function Head({ onFilters }: { onFilters: () => void }) {
  const { words, language, speak, change, state } = useStore();
  const [copied, setCopied] = useState(false);
  const done = () => {
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  // Browsers give the clipboard to pages of this machine or behind TLS only; elsewhere the address is shown to be copied.
  const show = () => void prompt(words.copyLink, location.href);
  const copy = () => (navigator.clipboard ? navigator.clipboard.writeText(location.href).then(done, show) : show());
  return (
    <header>
      <strong class="brand" title={words.notTruth}>aliansi</strong>
      <Search />
      <nav role="tablist" aria-label={words.views} onKeyDown={(event) => step(event, state.tab, change)}>
        {TABS.map((tab) => (
          <button id={`tab-${tab}`} role="tab" aria-selected={state.tab === tab} aria-controls="view" tabIndex={state.tab === tab ? 0 : -1} onClick={() => change({ tab })}>{words[tab]}</button>
        ))}
      </nav>
      <Move name={words.filters} icon="filters" onClick={onFilters} />
      <Move name={copied ? words.copied : words.copyLink} icon={copied ? "done" : "link"} onClick={copy} />
      <button lang={language === "en" ? "id" : "en"} aria-label={`${language === "en" ? "ID" : "EN"}: ${words.language}`} title={words.language} onClick={() => speak(language === "en" ? "id" : "en")}>{language === "en" ? "ID" : "EN"}</button>
    </header>
  );
}

const ICONS = {
  filters: "M2 4h12M4.5 8h7M7 12h2",
  link: "M7 9.5l3-3M6 7L4 9a2.5 2.5 0 0 0 3.5 3.5l2-2M10 9l2-2a2.5 2.5 0 0 0-3.5-3.5l-2 2",
  done: "M3 8.5l3.5 3.5L13 4.5",
};

/** A button that is its name on a desk and an icon on a phone. */
function Move({ name, icon, onClick }: { name: string; icon: keyof typeof ICONS; onClick: () => void }) {
  return (
    <button class={`move to-${icon}`} aria-label={name} title={name} onClick={onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d={ICONS[icon]} /></svg><span>{name}</span>
    </button>
  );
}

/** Arrow keys go from tab to tab. */
function step(event: KeyboardEvent, tab: State["tab"], change: (patch: Partial<State>) => void) {
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const next = way && TABS[(TABS.indexOf(tab) + way + TABS.length) % TABS.length];
  if (!next) return;
  event.preventDefault();
  change({ tab: next });
  requestAnimationFrame(() => document.getElementById(`tab-${next}`)?.focus());
}

/** Says when the server has another graph than the page shows. */
function News() {
  const { api, about, words, renew } = useStore();
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    setChanged(false);
    const look = () => api.health().then(({ graph }) => setChanged(graph !== about.graph), () => {});
    const timer = setInterval(look, WATCH);
    return () => clearInterval(timer);
  }, [about.graph]);
  if (!changed) return null;
  return <p class="news" role="alert">{words.changed} <button onClick={renew}>{words.reload}</button></p>;
}

function View({ span }: { span: [string, string] | null }) {
  const { state } = useStore();
  switch (state.tab) {
    case "matrix": return <Matrix />;
    case "blocs": return <BlocsView />;
    case "sparql": return <SparqlTab />;
    default: return <NetworkView span={span} />;
  }
}

function NetworkView({ span }: { span: [string, string] | null }) {
  const { state, api, words, version } = useStore();
  const parameters = networkOf(state);
  const loaded = useLoaded(`${JSON.stringify(parameters)} ${version}`, (signal) => api.network(parameters, signal));
  return (
    <>
      {loaded.error && <Failure loaded={loaded} words={words} />}
      {loaded.loading && <p class="wait" role="status">{words.loading}</p>}
      {loaded.value?.edges.length === 0 && !loaded.loading && <p class="wait" role="status">{words.empty}</p>}
      {state.tab === "list" ? <List loaded={loaded} /> : <Canvas loaded={loaded} span={span} />}
    </>
  );
}

function Failure<T>({ loaded, words }: { loaded: Loaded<T>; words: ReturnType<typeof useStore>["words"] }) {
  return <p class="wait failure" role="alert">{words.failed}: {loaded.error?.message} <button onClick={loaded.retry}>{words.retry}</button></p>;
}

function Picked() {
  const { state, change, words } = useStore();
  const close = () => change({ selection: null });
  return (
    <aside class="right" aria-label={words.details} onKeyDown={(event) => event.key === "Escape" && close()}>
      <button class="close" onClick={close} aria-label={words.close}>×</button>
      {state.selection?.kind === "actor" && <ActorPanel id={state.selection.id} />}
      {state.selection?.kind === "edge" && <EdgePanel claim={state.selection.id} />}
      {state.selection?.kind === "pair" && <PairPanel pair={state.selection.id} />}
    </aside>
  );
}

