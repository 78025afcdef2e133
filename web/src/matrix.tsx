export function Matrix() {
  return null;
}
