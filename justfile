# Everyday commands; `just` lists them.

default:
    @just --list

# everything that CI runs
ci:
    .ci/run

# all tests
test *args:
    scripts/test {{args}}

# take over what the program prints today as what the tests expect; read the diff!
accept:
    SNAPSHOTS=overwrite TRYCMD=overwrite cargo test

# draw graphs/ anew
gallery:
    scripts/gallery

# measure the program and write docs/performance.md; `just benchmark --peers`
benchmark *args:
    scripts/benchmark {{args}}

# licences and advisories (needs cargo-deny)
deny:
    scripts/audit
