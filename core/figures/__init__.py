"""Figures as people type them, and what a row asks for.

`answer_parser` takes a message apart: `typed_figures` in it, `number_words`, money by its `sources`, `stages` by their
letters, `outcomes` in a word. `understood` says whether every word beside a figure leaves it as it is (`words_beside`,
`row_words`). `required` says which of a row's measures are asked for.
"""
