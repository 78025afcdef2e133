// Small things that several panels show.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { ApiError } from "../api";
import { DEFAULTS } from "../state";
import { useStore, type Loaded } from "../store";
import type { Months, Named, Status } from "../types";
import { sureness } from "../words";
import { bars, dateWords } from "./dates";

/** A number with so many decimals, as the language writes it. */
export function useFigure(): (value: number, decimals?: number) => string {
  const { language } = useStore();
  return (value, decimals = 2) => value.toLocaleString(language, { maximumFractionDigits: decimals });
}

/** A confidence as the language writes it. */
export function useSureness(): (confidence: number) => string {
  const { language } = useStore();
  return (confidence) => sureness(confidence, language);
}

/** An answer once it is there, dimmed while another is awaited; in its place that it is awaited, or why it does not come. */
export function Await<T>({ loaded, children }: { loaded: Loaded<T>; children: (value: T) => ComponentChildren }) {
  const { words } = useStore();
  if (loaded.error !== null) return <Problem error={loaded.error} onRetry={loaded.retry} />;
  if (loaded.value === null) return <p role="status">{words.loading}</p>;
  return (
    <>
      {loaded.loading && <p class="wait" role="status">{words.loading}</p>}
      <div class="answer" aria-busy={loaded.loading}>{children(loaded.value)}</div>
    </>
  );
}

function Problem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { words } = useStore();
  if (error instanceof ApiError && error.problem.status === 404) return <p class="problem" role="alert">{words.gone}</p>;
  return (
    <div class="problem" role="alert">
      <p>{words.failed}: {error.message}</p>
      <button onClick={onRetry}>{words.retry}</button>
    </div>
  );
}

/** The filters that the server applies to the network and not to these. */
const PASSED_BY = {
  figures: ["relations", "statuses", "minConfidence", "minOrigins"],
  list: ["minConfidence", "minOrigins"],
} as const;

/** Says which of the filters that are set do not narrow what stands here. */
export function NotNarrowed({ what }: { what: keyof typeof PASSED_BY }) {
  const { state, words } = useStore();
  const set = PASSED_BY[what].filter((it) => String(state[it]) !== String(DEFAULTS[it]));
  const names = set.map((it) => words.filterNames[it]).join(", ");
  return names ? <p class="not-narrowed"><small>{words.notNarrowed[what](names)}</small></p> : null;
}

/** What was focused before a panel opened. */
let opener: HTMLElement | null = null;

/**
 * What a panel is about. Opened by the user it takes the focus, since what was clicked may be gone; closed it gives the focus
 * back. A link that is followed moves no focus.
 */
export function PanelTitle({ children }: { children: ComponentChildren }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && !focused.closest(".right") && focused !== document.body) opener = focused;
    if (navigator.userActivation?.hasBeenActive) title.current?.focus({ preventScroll: true });
    return () => void setTimeout(giveBack);
  }, []);
  return <h2 id="panel-title" ref={title} tabIndex={-1}>{children}</h2>;
}

function giveBack() {
  if (!document.querySelector(".right") && document.activeElement === document.body) opener?.focus();
}

/** Opens the panel of an actor. Its label may be a stranger's: it is isolated from the direction of what is around it. */
export function ActorLink({ actor }: { actor: Named }) {
  const { change } = useStore();
  const open = () => change({ selection: { kind: "actor", id: actor.id } });
  return <button class="link" onClick={open}><bdi>{actor.label}</bdi></button>;
}

/** Text from a document, isolated from the direction of what is around it. */
export function Foreign({ text, language }: { text: string; language?: string | null }) {
  return <bdi dir="auto" lang={language ?? undefined}>{text}</bdi>;
}

export function StatusBadge({ status }: { status: Status }) {
  const { words } = useStore();
  return <span class={`badge ${status}`} title={words.statusSays[status]}>{words[status]}</span>;
}

/** A term and what it is; nothing if it is not known. */
export function Fact({ term, title, children }: { term: string; title?: string; children: ComponentChildren }) {
  if (children === null || children === undefined || children === "") return null;
  return <div><dt title={title}>{term}</dt><dd>{children}</dd></div>;
}

/** How many pieces of evidence were reported when; the figures stand in its description too. */
export function Histogram({ months }: { months: Months }) {
  const { language, words } = useStore();
  const all = bars(months);
  const [first, last] = [all[0], all[all.length - 1]];
  if (first === undefined || last === undefined || all.length < 2) return null;
  const most = all.reduce((best, bar) => (bar.count > best.count ? bar : best));
  const total = all.reduce((sum, bar) => sum + bar.count, 0);
  const say = (at: string) => dateWords(at, language);
  const description = words.reportsOf(total, say(first.at), say(last.at), say(most.at), most.count);
  return (
    <figure class="histogram">
      <svg viewBox={`0 0 ${all.length} 24`} preserveAspectRatio="none" role="img" aria-label={description}>
        {all.map((bar, nth) => <Bar nth={nth} share={bar.count / most.count} title={`${say(bar.at)}: ${bar.count}`} />)}
      </svg>
      <figcaption aria-hidden="true"><span>{say(first.at)}</span><span>{say(last.at)}</span></figcaption>
    </figure>
  );
}

function Bar({ nth, share, title }: { nth: number; share: number; title: string }) {
  return <rect x={nth + 0.1} width={0.8} y={24 * (1 - share)} height={24 * share}><title>{title}</title></rect>;
}

/** The server gives so many of a list at most. */
const MOST = 1000;

/** A button that tells how many of a list are shown, while there are more to be had. */
export function More({ shown, total, onMore }: { shown: number; total: number; onMore: () => void }) {
  const { words } = useStore();
  if (shown >= total) return null;
  if (shown >= MOST) return <p><small>{words.shownOf(shown, total)}</small></p>;
  return <button class="more" onClick={onMore}>{words.moreOf(shown, total)}</button>;
}
