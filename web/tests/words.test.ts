import { describe, expect, it } from "vitest";

import { sureness } from "../src/words";
import { en } from "../src/words/en";
import { panelsEn } from "../src/words/panels-en";

describe("the words", () => {
  it("write a confidence so that only what a person confirmed reads as one", () => {
    expect([1, 0.9999, 0.29, 0.973, 0.5, 0].map((it) => sureness(it, "en"))).toEqual(["1.00", "0.99", "0.29", "0.97", "0.50", "0.00"]);
    expect(sureness(0.973, "id")).toBe("0,97");
  });

  it("stand in one dictionary each: the second would hide those of the first", () => {
    expect(Object.keys(panelsEn).filter((key) => key in en)).toEqual([]);
  });
});
