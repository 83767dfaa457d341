## Evidence: what was sent, what is demanded, what to look at again
evidence-paper-named = { $form } No. { $number } of { $dated }
evidence-paper-named-undated = { $form } No. { $number }
evidence-voice = voice message
evidence-video = video
evidence-place = 📍 <a href="https://www.openstreetmap.org/?mlat={ $latitude }&amp;mlon={ $longitude }">{ $latitude }, { $longitude }</a>
evidence-place-name = place
evidence-kept = Kept
evidence-late-page = 🖼 One more file of the album was added to “{ $title }”.
evidence-pointed-out = ⚠️ Something attached to “{ $title }” is worth another look:
evidence-open = 📎 To the card
walk-mend-paper = 📄 Wrong document
ask-paper-file = { $form }: send a photo or a file. Its number and date (“12-ө of 05.03.2024”) can go into the caption.
ask-paper-only = { $form }: send its number and date (“12-ө of 05.03.2024”). This plan takes no files.

demand-lacking = 📎 File needed: { $forms }
submit-held = 📎 Cannot be submitted without the file that the plan requires: { $count }. Attach it, or mark the row as not done.
submit-attach = 📎 Attach the file ({ $count })
evidence-no-card = Attachments cannot be added here: open the card of an activity (/report) and send it again.
evidence-beside = 📎 Attached to the consolidated report.
edited-not-read = Edited messages are not read: send the corrected text as a new message.
files-not-allowed = This plan takes no files or photos: send only the number and date of the document.
files-not-allowed-words = The file was not kept: this plan takes no files or photos. The caption was recorded.

remark-keep = ✅ Keep{ $of }
remark-remove = ✖️ Remove{ $of }
remark-empty = ⚠️ { $name }: the file is empty
remark-unreadable = ⚠️ { $name }: the file does not open, it may be damaged
remark-paper-used = ⚠️ { $name } is already attached to “{ $title }” ({ $period })
remark-file-used = ⚠️ { $name }: the same file is already attached to “{ $title }” ({ $period })
remark-date-later = ⚠️ { $name }: its date is in the future
remark-date-early = ⚠️ { $name }: its date is before the reporting period
remark-date-after = ⚠️ { $name }: its date is after the deadline
remark-row-gone = a row of an earlier edition
report-remarks = Remarks on what is attached
report-remark-kept = { $remark } — kept by the officer
evidence-quota-day = File not accepted: one person can send { $megabytes } MB of files a day, and today’s allowance is used up. Send it tomorrow, or take a photo of the document, which takes less space. You can type its number and date now.
evidence-quota-all = File not accepted: one person can send { $megabytes } MB of files in total, and that allowance is used up. Ask your coordinator for more. You can type the document’s number and date, or a link, now.
