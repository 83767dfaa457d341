"""What people see, word for word: fixed stories played on phones, and every message and button of them written down.

Two revisions are compared so, here the one before a change and the tree at hand (from a checkout with its `.venv`):

    git worktree add /tmp/older REVISION
    cp -r tests/transcript /tmp/older/tests/
    (cd /tmp/older && python -m tests.transcript --out /tmp/older.jsonl)
    python -m tests.transcript --out /tmp/newer.jsonl
    python -m tests.transcript --compare /tmp/older.jsonl /tmp/newer.jsonl

It reaches the program only through what stays where it is: `python -m sandbox` and its HTTP doors (sandbox/API.md),
`python -m bot …` with ORYNDA_… settings, the sample plans in documents/plans, and three things of a running bot, to
know that it is at rest: /metrics, and in the database what waits to be sent and which view a card shows.
"""
