// What the browser keeps from visit to visit. One that refuses to (by its settings, in a frame) only forgets.

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The page works without.
  }
}
