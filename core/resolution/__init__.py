"""What the coordinator answers to the doubts of a reading.

`doubt_choices` are the words of answers, `settling` which a doubt has and what each makes of the reading (`row_doubts`,
`table_doubts`), `shown_doubt` what is shown beside it.
"""
