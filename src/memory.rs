//! Counts the bytes that a thread holds, so that a query can be ended before it holds too many.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;

thread_local! {
    static HELD: Cell<i64> = const { Cell::new(0) };
}

/// An allocator that counts for each thread what it has taken and not given back. What another thread gives back is not seen.
#[derive(Debug, Default, Clone, Copy)]
pub struct Counting<A>(pub A);

// SAFETY: all is done by the allocator inside; a cell that needs no memory of its own is counted up and down.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Counting<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as the caller promises.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: as the caller promises.
        unsafe { self.0.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: as the caller promises.
        unsafe { self.0.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: as the caller promises.
        unsafe { self.0.realloc(place, layout, size) }
    }
}

/// A thread that ends has no cell any more, and nobody asks for its count.
#[inline]
fn count(taken: usize, given: usize) {
    let _ = HELD.try_with(|held| held.set(held.get().wrapping_add(taken as i64).wrapping_sub(given as i64)));
}

/// How many bytes this thread has taken and not given back; always 0 where the program's allocator does not count.
pub(crate) fn held() -> i64 {
    HELD.get()
}

/// This thread has handed bytes to another, which will give them back.
pub(crate) fn handed_over(bytes: usize) {
    if held() != 0 {
        count(0, bytes);
    }
}

#[cfg(test)]
mod tests {
    use std::alloc::System;

    use super::*;

    #[test]
    fn what_is_taken_and_given_back_is_counted() {
        let (before, layout) = (held(), Layout::from_size_align(1000, 8).unwrap());
        // SAFETY: the layouts are those of the places.
        unsafe {
            let place = Counting(System).alloc(layout);
            assert_eq!(held() - before, 1000);
            let place = Counting(System).realloc(place, layout, 3000);
            assert_eq!(held() - before, 3000);
            Counting(System).dealloc(place, Layout::from_size_align(3000, 8).unwrap());
            let zeros = Counting(System).alloc_zeroed(layout);
            handed_over(400);
            assert_eq!(held() - before, 600);
            Counting(System).dealloc(zeros, layout);
        }
        assert_eq!(held() - before, -400);
    }
}
