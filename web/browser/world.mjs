// Invented states, some with names that try to break out of the page, and texts about them.

/** A name that a browser would run if the page put it into its HTML. */
export const IMAGE = "<img src=x onerror=alert(1)>";
export const SCRIPT = '"><script>alert(2)</script>';
/** Turns what follows it round, unless it is isolated. */
export const OVERRIDE = "Quorin \u202Enoruq";
export const LONG = "Wide".repeat(75);

/** Label by name in the texts. */
export const ACTORS = {
  Velmora: "Velmora", Oskaria: "Oskaria", Tarsk: IMAGE, Oberlia: SCRIPT, Quorin: OVERRIDE, Xanthe: LONG,
};

/** An ontology with these actors, each a state. */
export function ontology(actors) {
  const entry = ([name, label]) => [
    "[[actor]]", `id = "${name.toLowerCase()}"`, 'kind = "state"', `label = { en = ${JSON.stringify(label)} }`,
    `names = { any = [${JSON.stringify(name)}] }`, 'sector = "GOV"', "",
  ];
  return Object.entries(actors).flatMap(entry).join("\n");
}

function article(id, published, text, rest = {}) {
  return { id, published, text, genre: "news", publisher: `Harian ${id}`, title: `Kabar ${id}`, url: `https://news.example/${id}`, ...rest };
}

/** Enough of one claim that its evidence fills more than a page of the panel. */
const MANY = Array.from({ length: 60 }, (_, nth) => {
  const day = `2025-02-${String((nth % 28) + 1).padStart(2, "0")}`;
  return article(`banyak-${String(nth).padStart(2, "0")}`, day, `Velmora mendukung Oskaria pada hari ke-${nth + 1}.`);
});

export const DOCUMENTS = [
  ...MANY,
  article("satu", "2025-01-10", "Velmora mendukung Tarsk. Tarsk mengecam Oberlia."),
  article("dua", "2025-03-02", "Oberlia mendukung Quorin. Quorin menyerang Velmora."),
  article("tiga", "2025-06-20", "Xanthe mendukung Velmora. Oskaria mengecam Xanthe."),
  article("empat", "2025-06-21", "Menurut Oskaria, Quorin menyerang Tarsk. Quorin membantah telah menyerang Tarsk."),
  article("lima", "2025-07-01", "Velmora akan mendukung Xanthe.", {
    title: IMAGE, publisher: SCRIPT, url: "javascript:alert(3)",
  }),
];
