## Common
error-unexpected = That did not work; nothing is lost. Please try again, and if it happens again, tell your coordinator the code { $code }.
card-plan-changed = The plan has changed since. This is what it says now
card-outdated = This message is out of date
not-allowed = You cannot do this
text-too-long = Too long: { $most } characters at most. Shorten it and send it again.
not-yours = This report is not yours
report-given-to = This report is now with: { $who }
unknown = This no longer exists
plan-missing = There is no such plan
not-understood = I did not understand. Press a button on the card, or see /help.
back = ⬅️ Back
close = ✖️ Close
home-button = 🏠 Home
page-previous = ◀️
page-next = ▶️
page-of = { $page } of { $pages }
list-more = … and { $count } more
cancelled = Cancelled
nothing-to-cancel = There is nothing to cancel

stranger =
    Hello! This bot is for officers who report on work plans. To join, open the invitation link from your coordinator.
stranger-ask = 🙋 Ask for access
stranger-asked = The coordinator has been told and will send you an invitation.
notice-stranger =
    🙋 <b>{ $name }</b> is asking for access to the bot.
    If this is a colleague of yours, make an invitation: /invite

## Command menu
menu-tasks = My reports
menu-report = Report
menu-deadlines = Deadlines
menu-joint = Taking part
menu-history = What I submitted
menu-summary = Summary
menu-overdue = Overdue
menu-review = To review
menu-plans = Plans
menu-rules = Reporting rules
menu-people = People and posts
menu-invite = Invite
menu-settings = Settings
menu-help = Help
menu-cancel = Cancel
menu-start = Start

help-officer =
    <b>How to report</b>
    /tasks — what is due, and by which day.
    /deadlines — every due day in order, and what opens next.
    On a card: ✅ means done as planned, one tap. For any other figure, just type it: “5.8m”, “86%”, “no”.
    A photo or file sent while a card is open becomes its evidence; the caption can carry the figure and a note.
    /joint — rows in which you take part: add a note or a file for the reporting officer.
    Drafts are saved at once. Nothing is submitted until you press 📨 Submit.
help-manager =
    <b>For managers</b>
    /summary — submitted, on time, done, money; open any line, down to the report itself, or get it all in Excel.
    /review — what is waiting for you: reports to accept or return, requests to decide on.
    /overdue — what is overdue, and whose it is.
help-coordinator =
    <b>For the coordinator</b>
    Send a plan file (DOCX, XLSX, CSV, PDF): the bot reads it and asks about what is unclear.
    /plans — plans and who reports. /rules — who reports, how often and by when, and the usual reasons. /invite — invitations. /people — who has joined.
help-everyone = /settings — language and reminder time. /cancel — stop what you started.

## Settings
settings-title = <b>Settings</b>
settings-language = Language: English
settings-hour = Reminders: from { $hour }:00 on working days
settings-posts = Posts: { $posts }
settings-saved = Saved
language-own-name = Eng
file-missing = This file is not on the disk

## Room on the disk
disk-full = ⚠️ The server has run out of space, so your answer is not recorded yet. Nothing is lost: it will be recorded as soon as there is space.
disk-full-file = ⚠️ The server has run out of space: your files will be saved as soon as there is some. No need to send them again.
disk-full-coordinator = ⚠️ The bot’s server has run out of space: people’s answers and files are waiting. Ask the administrator to free up the disk.
