// Small things that several panels show.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { useStore, type Loaded } from "../store";
import type { Months, Named, Status } from "../types";
import { bars, dateWords } from "./dates";
import { wordsIn, type Words } from "./words";

/** The words of the panels in the language of the page. */
export function usePanelWords(): Words {
  return wordsIn(useStore().language);
}

/** A number with so many decimals, as the language writes it. */
export function useFigure(): (value: number, decimals?: number) => string {
  const { language } = useStore();
  return (value, decimals = 2) => value.toLocaleString(language, { maximumFractionDigits: decimals });
}

/** An answer once it is there; else that it is awaited, or why it does not come. */
export function Await<T>({ loaded, children }: { loaded: Loaded<T>; children: (value: T) => ComponentChildren }) {
  const words = usePanelWords();
  if (loaded.value !== null) return <>{children(loaded.value)}</>;
  if (loaded.error === null) return <p role="status">{words.loading}</p>;
  return (
    <div class="problem" role="alert">
      <p>{words.failed} {loaded.error.message}</p>
      <button onClick={loaded.retry}>{words.again}</button>
    </div>
  );
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
  const words = usePanelWords();
  return <span class={`badge ${status}`} title={words.statusSays[status]}>{words.statuses[status] ?? status}</span>;
}

/** A term and what it is; nothing if it is not known. */
export function Fact({ term, title, children }: { term: string; title?: string; children: ComponentChildren }) {
  if (children === null || children === undefined || children === "") return null;
  return <div><dt title={title}>{term}</dt><dd>{children}</dd></div>;
}

/** How many pieces of evidence were reported when; the figures stand in its description too. */
export function Histogram({ months }: { months: Months }) {
  const { language } = useStore();
  const words = usePanelWords();
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

/** A button that tells how many of a list are shown, while there are more. */
export function More({ shown, total, onMore }: { shown: number; total: number; onMore: () => void }) {
  const words = usePanelWords();
  return shown < total ? <button class="more" onClick={onMore}>{words.more(shown, total)}</button> : null;
}
