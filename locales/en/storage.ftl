## Database, backups, command line
storage-newer = The database is newer than this program (version { $revision }). Update the program.
storage-older = The database is older than this program (version { $revision }). Run: python -m bot migrate
storage-held = Another process already talks to people on this database. Only one can do so: stop it first, or run this one with --only-scheduler.
backup-nothing = There is nothing to back up: no database yet.
backup-other-engine = For PostgreSQL make the copy with pg_dump, and keep the folder “files”.
backup-unreadable = This archive cannot be read as a backup. Use another.
restore-not-empty = There is data here already. To replace it, add --force.
plan-options-missing = The file does not say; add: { $options }
role-unknown = “{ $typed }” is not a role. Roles: officer, manager, coordinator.
post-unknown = The plan has no post “{ $typed }”. Write it as the plan does.
format-unknown = “{ $typed }” is not a format. Formats: text, json, xlsx.
