"""The way of an answer: what came in, whose card it is, how it is shown."""
