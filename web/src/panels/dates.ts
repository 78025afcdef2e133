/** Dates as precise as a text gives them: `2025`, `2025-01`, `2025-01-31` or with a time. */
const PARTIAL = /^(-?\d{1,6})(?:-(\d\d)(?:-(\d\d))?)?/;

/** A partial date in words of a language; what is no date stays as it is. */
export function dateWords(date: string, language: string): string {
  const [, year, month, day] = PARTIAL.exec(date) ?? [];
  if (year === undefined) return date;
  if (month === undefined) return year;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, day === undefined ? 1 : Number(day)));
  const precise: Intl.DateTimeFormatOptions = day === undefined ? {} : { day: "numeric" };
  const format = new Intl.DateTimeFormat(language, { year: "numeric", month: "short", ...precise, timeZone: "UTC" });
  return format.format(at);
}

/** A span of two partial dates, either of which may be missing; null without both. */
export function spanWords(from: string | null, to: string | null, language: string): string | null {
  if (from === null && to === null) return null;
  if (from === to && from !== null) return dateWords(from, language);
  const end = (date: string | null) => (date === null ? "…" : dateWords(date, language));
  return `${end(from)} – ${end(to)}`;
}

/** Bars of a histogram: every month from the first to the last, or every year when the months would be too many. */
export function bars(counts: Record<string, number>, most = 60): { at: string; count: number }[] {
  const months = Object.keys(counts).filter((key) => /^\d{4}-\d\d$/.test(key)).sort();
  const [first, last] = [months[0], months[months.length - 1]];
  const whole = first === undefined || last === undefined ? [] : spanned(first, last, nextMonth);
  const isPrecise = months.length === Object.keys(counts).length && whole.length <= most;
  if (isPrecise) return whole.map((at) => ({ at, count: counts[at] ?? 0 }));
  return yearly(counts);
}

function yearly(counts: Record<string, number>): { at: string; count: number }[] {
  const sums: Record<string, number> = {};
  for (const [key, count] of Object.entries(counts)) {
    const year = key.slice(0, 4);
    sums[year] = (sums[year] ?? 0) + count;
  }
  const years = Object.keys(sums).sort();
  const [first, last] = [years[0], years[years.length - 1]];
  if (first === undefined || last === undefined) return [];
  return spanned(first, last, (year) => String(Number(year) + 1)).map((at) => ({ at, count: sums[at] ?? 0 }));
}

function spanned(first: string, last: string, next: (at: string) => string): string[] {
  const all = [];
  for (let at = first; at <= last && all.length < 2000; at = next(at)) all.push(at);
  return all;
}

function nextMonth(month: string): string {
  const [year, nth] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, "0")}`;
}
