export const en = {
  search: "Find an actor", searchHint: "Press / to search", nobody: "Nobody is called that", near: "matches",
  network: "Network", list: "List", matrix: "Matrix", blocs: "Blocs", sparql: "SPARQL", views: "Views",
  filters: "Filters", level: "Level", state: "States", actor: "Actors",
  levelHint: "At the level of states, officials, armies and organs count as the state that they act for",
  relations: "Relations", all: "all", none: "none", positive: "Friendly", neutral: "Neither", negative: "Hostile",
  statuses: "Also what is", statusHint: "Solid evidence is always shown; these add what texts say otherwise",
  asserted: "asserted", alleged: "alleged", planned: "planned", possible: "possible", denied: "denied", negated: "negated",
  confidence: "Confidence at least", origins: "Independent origins at least",
  time: "Reported", from: "from", to: "to", undated: "with undated evidence", everything: "any time",
  around: "Around", hops: "steps", wholeGraph: "the whole graph", reset: "Reset filters", remove: "Remove filter",
  loading: "Loading …", ready: "The graph is being made …", retry: "Try again", failed: "The server did not answer",
  empty: "No tie fits these filters. Drop one of them.", cut: "{shown} of {all} actors are shown",
  more: "Show more", shown: "{actors} actors, {edges} ties", changed: "The graph has changed on the server.", reload: "Show the new one",
  zoomIn: "Zoom in", zoomOut: "Zoom out", fit: "Fit to window", copyLink: "Copy link", copied: "Link copied",
  picture: "Save as PNG", data: "Save as JSON", close: "Close", details: "Details", help: "Help",
  legend: "Legend", legendFriendly: "friendly: solid green", legendHostile: "hostile: dashed red", legendNeutral: "neither: grey",
  legendColour: "Colour of a dot: bloc. Size: importance (PageRank). Width of a line: weight.",
  canvas: "Network of actors. The list view holds the same for screen readers.",
  source: "Who", relation: "Relation", target: "To whom", sure: "Confidence", count: "Origins", status: "Status",
  notTruth: "A graph of what texts report, not of what is true.", language: "Bahasa Indonesia", skip: "Skip to the graph",
};

export type Words = typeof en;
