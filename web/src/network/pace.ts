// How much of a network is drawn while the camera moves, so that a browser without a graphics card moves a large one, too.

/** Milliseconds that are too many for a frame, and so few that there is room for more. */
const TOO_MANY = 40;
const FEW = 20;
/** At least this share of the lines is drawn. */
const LEAST = 0.05;

class Pace {
  /** The share of the lines that this machine draws in time, above 0; 1 is all. */
  share = 1;
  private isWatching = false;

  /** Sees how long the frame takes that is drawn now. */
  watch() {
    if (this.isWatching) return;
    this.isWatching = true;
    const begun = performance.now();
    // The browser takes one frame in advance; it comes back for the next when the one before is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      this.isWatching = false;
      this.learn((performance.now() - begun) / 2);
    }));
  }

  private learn(spent: number) {
    if (spent > TOO_MANY) this.share = Math.max(LEAST, this.share * 0.6);
    else if (spent < FEW) this.share = Math.min(1, this.share * 1.1);
  }
}

export const pace = new Pace();
