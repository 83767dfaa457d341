"""The card of one report.

`card_text` and `card_rows` draw it from its state (`core.report.card_state`), with `follow_ups` for the questions that
follow an outcome; `walk` takes its buttons, `typed_answers` and `evidence` what is typed and sent on it, `bulk` all as
planned. `consolidation` (with `shared_row_words`) and `joint` are about rows that several posts have to do with.
"""
