"""The command line: `cli` names the commands, and each imports what it needs when it runs.

loading, exporting, output   plans and invitations in, plans out, what is printed
doctor, error_words          whether all is well, and errors as sentences
demo, demo_ready             the stand-in for Telegram and a bot, with nobody or with everybody in it
"""
