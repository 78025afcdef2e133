"""One program a file: `NAME`, and `check(case)`, which raises what is wrong, or says what was read."""
