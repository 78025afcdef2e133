// Finds an actor by any of its names: a combobox after the ARIA pattern.
import { useEffect, useRef, useState } from "preact/hooks";

import { viewOf } from "./state";
import { useStore } from "./store";
import type { ActorSummary } from "./types";

/** Milliseconds without a key before the server is asked. */
const PAUSE = 120;

export function Search() {
  const { api, state, change, words } = useStore();
  const [text, setText] = useState("");
  const [found, setFound] = useState<ActorSummary[] | null>(null);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);

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

  useEffect(() => {
    if (!text.trim()) return setFound(null);
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api.actors(viewOf(state), text, 12, controller.signal).then(
        ({ actors }) => { setFound(actors); setActive(0); },
        () => controller.signal.aborted || setFound([]),
      );
    }, PAUSE);
    return () => { clearTimeout(timer); controller.abort(); };
  }, [text, state.level, state.from, state.to, state.undated]);

  const pick = (actor: ActorSummary) => {
    change({ selection: { kind: "actor", id: actor.id } });
    setText("");
    setFound(null);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") { setText(""); setFound(null); return; }
    if (!found?.length) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      const actor = found[active];
      if (actor) pick(actor);
    }
  };
  return (
    <div class="search">
      <input
        ref={input} type="search" role="combobox" value={text} placeholder={`${words.search}  /`} aria-label={words.search}
        title={words.searchHint} aria-autocomplete="list" aria-controls="found" aria-expanded={found !== null} autocomplete="off"
        aria-activedescendant={found?.length ? `found-${active}` : undefined}
        onInput={(event) => setText(event.currentTarget.value)} onKeyDown={key}
        onBlur={() => setTimeout(() => setFound(null), 150)}
      />
      <ul id="found" role="listbox" aria-label={words.search} hidden={found === null}>
        {found?.map((actor, nth) => (
          <li
            id={`found-${nth}`} key={actor.id} role="option" aria-selected={nth === active}
            onPointerDown={(event) => { event.preventDefault(); pick(actor); }}
          >
            <bdi>{actor.label}</bdi> <small>{actor.kind}{actor.matched && actor.matched !== actor.label && <> · {words.near} <bdi>{actor.matched}</bdi></>}</small>
          </li>
        ))}
        {found?.length === 0 && <li role="option" aria-disabled="true" aria-selected="false">{words.nobody}</li>}
      </ul>
    </div>
  );
}
