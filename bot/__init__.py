"""The running program: settings, composition root, intake of updates, sending, command line, health.

app        the composition root; running starts and ends it
intake     what comes from Telegram: polling or web (webhook, health), the inbox, files of evidence
sending    what goes to Telegram: budget and sender in two lanes, the outbox's loops, refusals, connections
commands   the command line, and the demo
jobs       what the outbox does besides messages, in workers (processes for documents, reading by plan_reader)
settings, clock, workdays, tasks, logs, metrics   what all of these use
"""
