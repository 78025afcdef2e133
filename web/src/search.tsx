// Finds an actor by any of its names: a combobox after the ARIA pattern.
import { useEffect, useRef, useState } from "preact/hooks";

import { viewOf } from "./state";
import { useStore } from "./store";
import type { ActorSummary } from "./types";

/** What was found, and for which text in which part of the graph. */
interface Found {
  asked: string;
  actors: ActorSummary[];
  error: Error | null;
}

/** Milliseconds without a key before the server is asked. */
const PAUSE = 120;

export function Search() {
  const { change, words } = useStore();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [isOpen, open] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  /** The text of which the first that is found is wanted, by an Enter that came before the list. */
  const hasty = useRef<string | null>(null);
  useSlash(input);

  const clear = () => { hasty.current = null; setText(""); open(false); };
  const pick = (actor: ActorSummary) => {
    change({ selection: { kind: "actor", id: actor.id } });
    clear();
  };
  const [found, isCurrent] = useFound(text, ({ actors: [first] }) => {
    setActive(0);
    if (first && hasty.current === text) pick(first);
  });
  const actors = found?.actors ?? [];
  const isShown = isOpen && found !== null;
  const enter = () => {
    const actor = actors[active];
    if (!isCurrent) hasty.current = text;
    else if (actor) pick(actor);
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") clear();
    else if (event.key === "Enter" && text.trim()) enter();
    else if (step && actors.length > 0) {
      event.preventDefault();
      if (isShown) setActive((active + step + actors.length) % actors.length);
      open(true);
    }
  };
  return (
    <div class="search">
      <input
        ref={input} type="search" role="combobox" value={text} placeholder={`${words.search}  /`} aria-label={words.search}
        title={words.searchHint} aria-autocomplete="list" aria-controls="found" aria-expanded={isShown} autocomplete="off"
        aria-activedescendant={isShown && isCurrent && actors.length > 0 ? `found-${active}` : undefined}
        onInput={(event) => { hasty.current = null; setText(event.currentTarget.value); open(true); }} onKeyDown={key}
        onBlur={() => open(false)}
      />
      <ul id="found" role="listbox" aria-label={words.search} aria-busy={!isCurrent} hidden={!isShown} onMouseDown={keepFocus} onPointerDown={keepFocus}>
        {actors.map((actor, nth) => (
          <li id={`found-${nth}`} key={actor.id} role="option" aria-selected={isCurrent && nth === active} onClick={() => pick(actor)}>
            <bdi>{actor.label}</bdi> <small>{actor.kind}{actor.matched && actor.matched !== actor.label && <> · {words.near} <bdi>{actor.matched}</bdi></>}</small>
          </li>
        ))}
        {found && actors.length === 0 && (
          <li role="option" aria-disabled="true" aria-selected="false">{found.error ? `${words.failed}: ${found.error.message}` : words.nobody}</li>
        )}
      </ul>
    </div>
  );
}

/** The field keeps the focus while the list is touched, so that the list stays. */
function keepFocus(event: Event) {
  event.preventDefault();
}

/** The latest list, and whether it answers the text as it now is; until it does the one before stays. */
function useFound(text: string, onFound: (found: Found) => void): [Found | null, boolean] {
  const { api, state } = useStore();
  const [found, setFound] = useState<Found | null>(null);
  const view = viewOf(state);
  const asked = JSON.stringify([text, view]);
  useEffect(() => {
    if (!text.trim()) return setFound(null);
    const controller = new AbortController();
    const show = (actors: ActorSummary[], error: Error | null) => {
      if (controller.signal.aborted) return;
      setFound({ asked, actors, error });
      onFound({ asked, actors, error });
    };
    const timer = setTimeout(() => {
      api.actors(view, text, 12, controller.signal).then(({ actors }) => show(actors, null), (error: Error) => show([], error));
    }, PAUSE);
    return () => { clearTimeout(timer); controller.abort(); };
  }, [asked]);
  return [found, found?.asked === asked];
}

/** The key / leads to the field, except where text is written. */
function useSlash(input: { current: HTMLInputElement | null }) {
  useEffect(() => {
    const slash = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable], .cm-editor, .CodeMirror");
      if (event.key !== "/" || typing) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", slash);
    return () => removeEventListener("keydown", slash);
  }, []);
}
