"""What goes to Telegram, within its limits.

`messenger` (answers) and `outbox` (bulk) say what; `sender` calls, by the turns of `budget`, over the connections of
`transport`; what comes of a call other than success is in `refusals`.
"""
