// The editor of YASGUI. Only this module imports it, so that it is loaded when the SPARQL tab opens.
//
// Of YASGUI's parts the page takes the editor alone: its table puts values of answers into the page as HTML (a sanitizer takes
// most of it out again), and here values are what strangers wrote. The editor stores nothing and asks nobody.
import Yasqe from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";

export interface EditorOptions {
  query: string;
  label: string;
  prefixes: Record<string, string>;
  /** IRIs that are proposed where a property may stand. */
  properties: string[];
  onRun: () => void;
}

/** What the page needs of the editor. */
export interface Editor {
  read: () => string;
  write: (query: string) => void;
  destroy: () => void;
}

/** The address of the page is what is shared. The types of the library do not say that null leaves its own link away. */
const NO_SHARING = { createShareableLink: null } as object;

const PREFIXES = "graph-prefixes";
const PROPERTIES = "graph-properties";

export function edit(place: HTMLElement, options: EditorOptions): Editor {
  complete(options);
  const run = () => options.onRun();
  const yasqe = new Yasqe(place, {
    value: options.query,
    autocompleters: ["variables", PREFIXES, PROPERTIES],
    persistenceId: null,
    consumeShareLink: null,
    ...NO_SHARING,
    prefixCcApi: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "100%",
    extraKeys: { ...keys(), "Ctrl-Enter": run, "Cmd-Enter": run },
  });
  yasqe.getInputField().setAttribute("aria-label", options.label);
  return { read: () => yasqe.getValue(), write: (query) => yasqe.setValue(query), destroy: () => yasqe.destroy() };
}

/** Tab leaves the editor, as everywhere on the page; nothing is saved. The types of the library know names of keys alone. */
function keys(): object {
  return { Tab: false, "Shift-Tab": false, "Ctrl-S": () => {} };
}

/** The graph's own prefixes and relations are proposed, in place of what the library would fetch elsewhere. */
function complete({ prefixes, properties }: EditorOptions) {
  const lines = Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`).sort();
  for (const name of [PREFIXES, PROPERTIES]) delete Yasqe.Autocompleters[name];
  Yasqe.forkAutocompleter("prefixes", { name: PREFIXES, persistenceId: null, get: () => lines }, false);
  Yasqe.forkAutocompleter("property", { name: PROPERTIES, persistenceId: null, bulk: true, get: () => properties }, false);
}
