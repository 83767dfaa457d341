"""Joining, leave, hand-over.

`joining` is by invitation, `roster` people and posts as a coordinator sees them, `names` what they are called. `holders`
says who holds a post now and who stands in, `access` whose reports one may touch. `substituting` names a substitute for
the time that `leave_dates` reads, `handover` gives a post to another and reports on its behalf, `notices` are who hears
of it. `preferences` are a person's own settings.
"""
