// Who an actor is at the level that is shown: a leader or an army may be answered with its state.
import { viewOf } from "./state";
import { useLoaded, useStore } from "./store";
import type { Actor } from "./types";

/** What the server answers for an actor; null until it has. */
export function useActor(id: string | null): Actor | null {
  const { api, state, version } = useStore();
  const view = viewOf(state);
  const ask = async (signal: AbortSignal) => ({ asked: id, actor: id === null ? null : await api.actor(view, id, signal) });
  const { value } = useLoaded(`${id} ${JSON.stringify(view)} ${version}`, ask);
  return value?.asked === id ? value.actor : null;
}
