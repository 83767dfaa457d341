# Plan files: what went wrong with one, and what to do.
file-unreadable = The file does not open: it seems damaged. Save it again in Word or Excel and send it once more.
file-too-large = The file is over 20 MB. Take out its pictures, or save the plan's table alone, and send it again.
file-not-a-plan = The file opened, but there is no plan in it. A table is needed with headings such as activity, deadline, responsible.
file-kind-unknown = I cannot read files of this kind. Send the plan as DOCX, XLSX, CSV or a PDF with text.
file-old-format = This file is in an old format. Open it, choose “Save as”, save it as .docx or .xlsx, and send that.
file-protected = The file is protected by a password. Remove the password and send it again.
file-bomb = The file grows far too large when unpacked. Copy the plan's table into a new document and send that.
file-no-text = This PDF holds pictures of pages and no text. Send the original Word or Excel document.
file-too-slow = The file is too complex to be read in time. Leave only the plan's table in it and send it again.
