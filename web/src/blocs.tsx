export function BlocsView() {
  return null;
}
