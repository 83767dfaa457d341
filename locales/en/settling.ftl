## Answers to doubts
doubt-settled = ✔️ Settled: { $answer }
doubt-settled-before = ✔️ Settled before: { $answer }
doubt-noted-toast = Noted
doubt-understood = Noted: { $what }
doubt-understood-deadline = Noted: due by { $day }
doubt-type-deadline = Or type a deadline, for example: “15.07.2024”, “III квартал 2024”.
doubt-type-value = Or type a value, for example “6,050.0”; for none, “-”.
doubt-type-names = Or type who is responsible, with commas between.
plan-doubts-settled = Settled doubts ({ $count })
plan-recalled = ✔️ { $count ->
        [one] { $count } settled before
       *[other] { $count } settled before
    }
quote = “{ $text }”
answer-kept = Keep as printed
answer-yes = That is right
answer-noted = I see
answer-values = The values are right: due by them
answer-deadline = The deadline is right: move the value
answer-before = Before that time begins
answer-until-end = By the end of that time
answer-turns = For every period
answer-these-only = Only for these periods
answer-by-deadline = Report by the deadline
answer-no-report = No report
answer-no-value = No value
answer-no-sum = No sum, keep the words
answer-owner-later = I will choose on accepting
answer-same = It is the same post
answer-two = They are two posts
answer-one = It is one name
answer-unit-presence = yes / no
answer-unit-count = a count
answer-unit-percent = percent
answer-unit-money = money, tenge
answer-unit-stage = a stage
answer-unit-text = text
settle-deadline-not-read = I could not read “{ $typed }” as a deadline. Type, for example: “15.07.2024”, “III квартал 2024”, “ежемесячно”.
settle-value-not-read = I could not read “{ $typed }” as a value. Type a number, for example 6050.5, or “-”.
settle-names-not-read = I could not read the names. Type posts with commas between.
settle-not-an-answer = This doubt has no such answer
