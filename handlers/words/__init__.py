"""Phrases that several features use.

Of a report: `told_words` what it says, `recorded_words` what was recorded and came of it, `proposal_words` what a message
was understood to say, `evidence_words` its papers and files, `joint_words` what co-executors said, `request_words` what
was asked about it, `row_labels` its row in lists. Of a plan: `goal_phrases` its goals, `rules_words` its reporting rule,
`summary_words` its summary.
"""
