export function SparqlTab() {
  return null;
}
