"""What an officer finds around the card.

`home` is the living card, `listing` the list of a heap, `agenda` what is due when, `submit` handing in, `requests` asking
for another day. `submitted_versions` is what became of a report; `former_posts` and `given_report` are what was submitted
for posts that are one's own no more, `access_refusals` what is said of those. Messages: `digest` the reminders,
`evidence_notice` the word on a file, `notice_card` a notice that turns into a card.
"""
