## Жоспар мақсаттарынан не түсінілді
goal-understood = 🎯 { $periods } — түсінілгені: { $goals }
goal-unsure = ❓ { $periods } — түсінілгені: { $goals }
goal-at-least = кемінде { $value }
goal-at-most = { $value } аспайды
goal-level = деңгей
goal-increment = өсім
goal-drop = төмендету
goal-total = барлығы { $value }
goal-due = мерзімі { $day }
goal-each-week = аптасына
goal-each-month = айына
goal-each-quarter = тоқсанына
goal-each-half-year = жартыжылдығына
goal-each-year = жылына
