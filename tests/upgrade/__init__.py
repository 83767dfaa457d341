"""A database that the program of version 0.1.0 wrote, many people's cards open in it, and what it answered then.

`written-by-0.1.0.db.gz` and `answers-of-0.1.0.json.gz` were made by revision b737806, before modules moved into packages:

    git worktree add /tmp/older b737806
    cp -r tests/transcript tests/upgrade /tmp/older/tests/
    cd /tmp/older && python -m tests.upgrade.make tests/upgrade

`standing` plays who stands where; `make` keeps the database after that; `pressing` opens it and presses every button of
every open card, in the older program for the answers to expect, in this one to compare (`comparing`). The test holds
what must stay for good; `python -m tests.upgrade` compares to the letter, for a change that nobody is meant to see.
"""
