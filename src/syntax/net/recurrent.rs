//! A quasi-recurrent layer in both directions: a running average of candidates, under gates.
//!
//! Of every word, `before` holds six parts of `hidden` numbers: candidate, forget gate and output gate, forward
//! and then backward. Memories and outputs have two parts: forward, backward.

/// Odd and smooth, ±1 from ±3 on; a quotient, on which every machine agrees.
#[inline(always)]
fn squash(x: f32) -> f32 {
    let x = x.clamp(-3.0, 3.0);
    x * (27.0 + x * x) / (27.0 + 9.0 * x * x)
}

/// The derivative of [`squash`].
#[inline(always)]
fn slope(x: f32) -> f32 {
    let x = x.clamp(-3.0, 3.0);
    let root = (9.0 - x * x) / (9.0 + 3.0 * x * x);
    root * root
}

/// From 0 to 1.
#[inline(always)]
fn gate(x: f32) -> f32 {
    0.5 + 0.5 * squash(0.5 * x)
}

/// The derivative of [`gate`].
#[inline(always)]
fn gate_slope(x: f32) -> f32 {
    0.25 * slope(0.5 * x)
}

/// Where the parts of one direction lie.
#[derive(Clone, Copy)]
struct Direction {
    backward: bool,
    hidden: usize,
    length: usize,
}

impl Direction {
    fn both(before: &[f32], hidden: usize) -> [Self; 2] {
        [false, true].map(|backward| Self { backward, hidden, length: before.len() / (6 * hidden) })
    }

    /// The word of a step.
    fn word(self, step: usize) -> usize {
        if self.backward { self.length - 1 - step } else { step }
    }

    /// Where the parts of a word begin in `before`.
    fn gates(self, step: usize) -> usize {
        (self.word(step) * 6 + if self.backward { 3 } else { 0 }) * self.hidden
    }

    /// Where those of its memory and its output begin.
    fn place(self, step: usize) -> usize {
        (self.word(step) * 2 + usize::from(self.backward)) * self.hidden
    }
}

fn parts(before: &[f32], hidden: usize) -> [&[f32]; 3] {
    [0, 1, 2].map(|part| &before[part * hidden..][..hidden])
}

/// Sets the memories and the outputs; the memories must be zeros.
pub fn forward(before: &[f32], hidden: usize, memories: &mut [f32], outputs: &mut [f32]) {
    for direction in Direction::both(before, hidden) {
        for step in 0..direction.length {
            let place = direction.place(step);
            if let Some(past) = step.checked_sub(1).map(|step| direction.place(step)) {
                memories.copy_within(past..past + hidden, place);
            }
            let [candidate, forget, output] = parts(&before[direction.gates(step)..], hidden);
            let (memory, out) = (&mut memories[place..][..hidden], &mut outputs[place..][..hidden]);
            for unit in 0..hidden {
                let kept = gate(forget[unit]);
                memory[unit] = kept * memory[unit] + (1.0 - kept) * squash(candidate[unit]);
                out[unit] = gate(output[unit]) * memory[unit];
            }
        }
    }
}

/// From the gradient of the outputs, `slopes`, to that of `before`, which is set in `into`.
pub fn backward(before: &[f32], hidden: usize, memories: &[f32], slopes: &[f32], into: &mut [f32]) {
    for direction in Direction::both(before, hidden) {
        let mut later = vec![0.0; hidden];
        for step in (0..direction.length).rev() {
            let (gates, place) = (direction.gates(step), direction.place(step));
            let [candidate, forget, output] = parts(&before[gates..], hidden);
            let past = step.checked_sub(1).map(|step| direction.place(step));
            let row = &mut into[gates..][..3 * hidden];
            for unit in 0..hidden {
                let (kept, out) = (gate(forget[unit]), slopes[place + unit]);
                let past = past.map_or(0.0, |past| memories[past + unit]);
                let total = later[unit] + out * gate(output[unit]);
                row[unit] = total * (1.0 - kept) * slope(candidate[unit]);
                row[hidden + unit] = total * (past - squash(candidate[unit])) * gate_slope(forget[unit]);
                row[2 * hidden + unit] = out * memories[place + unit] * gate_slope(output[unit]);
                later[unit] = total * kept;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_are_those_of_the_curves() {
        for x in [-4.0, -2.5, -0.3, 0.0, 0.7, 2.9, 5.0_f32] {
            let step = 1e-2;
            let measured = |curve: fn(f32) -> f32| (curve(x + step) - curve(x - step)) / (2.0 * step);
            assert!((measured(squash) - slope(x)).abs() < 1e-3, "{x}");
            assert!((measured(gate) - gate_slope(x)).abs() < 1e-3, "{x}");
        }
    }

    #[test]
    fn memory_runs_both_ways() {
        let mut before = vec![0.0; 3 * 6];
        before[0] = 2.0; // the first word's candidate, forward
        before[2 * 6 + 3] = 2.0; // the last word's, backward
        let (mut memories, mut outputs) = (vec![0.0; 6], vec![0.0; 6]);
        forward(&before, 1, &mut memories, &mut outputs);
        let full = 0.5 * squash(2.0);
        assert_eq!(memories, [full, full / 4.0, full / 2.0, full / 2.0, full / 4.0, full]);
    }
}
