"""The way of an answer: what came in, whose card it is, how it is shown.

A `turn` is one answer with its card, and with what the person owes, read once; `registry` is where features enter their
views, taps and commands. `views` are the arguments of each view, `messages` those of what is queued for later, `screens`
the text and buttons that a person is shown, `render` what draws them, `paging` the buttons of lists, `menu` the commands.
`delivery` brings a card to Telegram and keeps what Telegram has. `deps` is what the program gives to conversations,
`voice` a person's language; `sent_files` are the files of a message.
"""
